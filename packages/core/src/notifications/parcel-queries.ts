import { type RawBuilder, sql } from 'kysely';
import {
  type Viewer,
  visibleCommunity,
  visibleGathering,
  visiblePractice,
  visibleQuestion,
  visibleToEach,
} from '../sql/visibility.ts';
import { type RecipientRow, recipientOf, recipientsQuery } from './audience-queries.ts';
import type { DeliveryDeps } from './delivery-store.ts';
import type { NotificationKind } from './kind.ts';
import type { SubjectKind } from './happening.ts';
import { beginsAfter } from './coming-queries.ts';
import { gatheringTold, isNoUse } from './gathering-queries.ts';
import { circleTold } from './circle-queries.ts';
import { groundsOf } from './introduction-queries.ts';
import type { Claimed } from './parcel.ts';
import type { Parcel } from './ports.ts';
import { WEBHOOK } from './posting.ts';

type Row = {
  readonly message_id: string;
  readonly tries: number;
  readonly doubts: number;
  readonly organisation_id: string;
  readonly tenant_id: string | null;
  readonly id: string;
  readonly what: string;
  readonly kind: NotificationKind;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly community_id: string | null;
  readonly community_name: string | null;
  readonly because: string | null;
  readonly recipient_id: string | null;
  readonly sealed_recipient: Buffer | null;
  readonly place: string | null;
  readonly expires_at: Date;
  readonly created_at: Date;
  readonly title: string | null;
  readonly excerpt: string | null;
  readonly topics: string[] | null;
  readonly starts_at: Date | null;
  readonly time_zone: string | null;
  readonly begins: Date | null;
  readonly done: boolean;
  readonly webhook: Buffer | null;
};

/** Everything that is needed to send these messages, which a claim holds. */
export async function parcelsOf(
  deps: DeliveryDeps,
  messages: readonly string[],
  claim: string,
): Promise<readonly Parcel[]> {
  const { db, sealing } = deps;
  const { rows } = await contentQuery(messages, deps.now()).execute(db);
  const personOf = (row: Row) =>
    row.recipient_id ?? (row.sealed_recipient ? sealing.open(row.sealed_recipient, row.id) : undefined);
  const people = [...new Set(rows.map(personOf).filter((id) => id !== undefined))];
  const [recipients, places, grounds] = await Promise.all([
    recipientsIn(deps, people),
    placesIn(deps, rows),
    groundsOf(deps, rows),
  ]);

  const byMessage = Map.groupBy(rows, ({ message_id }) => message_id);
  return messages.map((messageId) => {
    const of = byMessage.get(messageId) ?? [];
    const [first] = of;
    // All that it was about has been deleted meanwhile.
    if (!first)
      return {
        messageId,
        claim,
        tries: 0,
        doubts: 0,
        claimed: [],
        recipient: undefined,
        nobody: true,
        destination: 'no-account',
      };
    const personId = personOf(first);
    const found = personId === undefined ? undefined : recipients.get(personId);
    const veiled = first.recipient_id === null;
    return {
      messageId,
      claim,
      tries: first.tries,
      doubts: first.doubts,
      claimed: of.map((row) => claimedOf(row, grounds)),
      recipient: found && { ...recipientOf(found), veiled },
      nobody: first.place === null && found === undefined,
      destination: destinationOf(deps, first, first.place === null ? found : places.get(first.place)),
    };
  });
}

const claimedOf = (row: Row, grounds: ReadonlyMap<string, string>): Claimed => ({
  id: row.id,
  what: row.what,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  communityId: row.community_id ?? undefined,
  communityName: row.community_name ?? undefined,
  because: row.because ?? undefined,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  title: row.title ?? undefined,
  excerpt: row.excerpt ?? grounds.get(`${row.subject_id} ${row.recipient_id}`),
  topics: row.topics ?? [],
  at: row.starts_at && row.time_zone ? { startsAt: row.starts_at, timeZone: row.time_zone } : undefined,
  begins: row.begins ?? undefined,
  done: row.done,
});

type Reach = {
  readonly conversation_id: string | null;
  readonly service_url: string | null;
  readonly blocked: boolean | null;
};
type Person = RecipientRow & Reach & { readonly account: string | null; readonly newest_service_url: string | null };

function destinationOf(
  { hasBot, openWebhook }: DeliveryDeps,
  row: Row,
  reach: Person | Reach | undefined,
): Parcel['destination'] {
  if (row.place === WEBHOOK) {
    const url = row.webhook && row.community_id ? openWebhook(row.webhook, row.community_id) : undefined;
    return url === undefined ? 'webhook-gone' : { by: 'webhook', url };
  }
  if (!hasBot) return 'no-bot';
  if (!reach || !row.tenant_id) return row.place === null ? 'no-account' : 'conversation-gone';
  if (reach.blocked) return 'blocked';
  const account = 'account' in reach ? (reach.account ?? undefined) : undefined;
  const serviceUrl = reach.service_url ?? ('newest_service_url' in reach ? reach.newest_service_url : null);
  const conversationId = reach.conversation_id ?? undefined;
  const objectId = account?.split(':')[2];
  if (conversationId === undefined && objectId === undefined) return 'no-account';
  if (!serviceUrl) return 'not-installed';
  const to = row.place === null ? 'person' : 'place';
  const { organisation_id: organisationId, tenant_id: tenantId } = row;
  return { by: 'bot', organisationId, tenantId, serviceUrl, to, conversationId, objectId };
}

/** People as recipients, with the chat that they last used with the bot. */
async function recipientsIn({ db }: DeliveryDeps, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const who = sql`(SELECT coalesce(merged_into, id) AS id, id AS known_as FROM person WHERE id = ANY(${ids}::uuid[]))`;
  const { rows } = await sql<Person>`
    SELECT recipient.*, met.conversation_id, met.service_url, met.blocked_at IS NOT NULL AS blocked,
      (SELECT key FROM account WHERE account.person_id = recipient.id AND key LIKE 'entra:%' LIMIT 1) AS account,
      (SELECT service_url FROM conversation WHERE organisation_id = recipient.organisation_id
        ORDER BY renewed_at DESC LIMIT 1) AS newest_service_url
    FROM (${withOrganisation(who)}) AS recipient
    LEFT JOIN LATERAL (SELECT conversation_id, service_url, blocked_at FROM conversation
      WHERE conversation.person_id = recipient.id ORDER BY renewed_at DESC LIMIT 1) AS met ON true
  `.execute(db);
  return new Map(rows.map((row) => [row.known_as, row]));
}

const withOrganisation = (who: RawBuilder<unknown>) => sql`
  SELECT r.*, p.organisation_id FROM (${recipientsQuery(who)}) AS r JOIN person p ON p.id = r.id`;

async function placesIn({ db }: DeliveryDeps, rows: readonly Row[]): Promise<ReadonlyMap<string, Reach>> {
  const places = [...new Set(rows.flatMap(({ place }) => (place !== null && place !== WEBHOOK ? [place] : [])))];
  const [first] = rows;
  if (places.length === 0 || !first) return new Map();
  const found = await db
    .selectFrom('conversation')
    .select(['place', 'conversation_id', 'service_url', 'blocked_at'])
    .where('organisation_id', '=', first.organisation_id)
    .where('place', 'in', places)
    .orderBy('renewed_at')
    .execute();
  return new Map(
    found.map(({ place, blocked_at, ...reach }) => [place ?? '', { ...reach, blocked: blocked_at !== null }]),
  );
}

/** A recipient whose name is in the row sees what they may see now; `who` stands for each of them. */
const who = { personId: sql.ref('n.recipient_id'), organisationId: sql.ref('n.organisation_id') };
const seen = (visible: (viewer: Viewer) => RawBuilder<boolean>) =>
  sql`(n.recipient_id IS NULL OR ${visibleToEach(visible, who)})`;
/** Where others read along, nothing is posted that is hidden or a draft. */
const forPlace = (hidden: RawBuilder<unknown>) => sql`(n.place IS NULL OR ${hidden} IS NULL)`;

/** Whoever asks by the bot sees the question there at once; it is not posted once more. */
const isShownThere = sql`EXISTS (SELECT FROM question_thread t JOIN conversation c ON c.organisation_id = t.organisation_id
  AND c.place = n.place AND c.conversation_id = split_part(t.thread, ';', 1)
  WHERE t.question_id = n.subject_id AND t.organisation_id = n.organisation_id)`;

const contentQuery = (messages: readonly string[], now: Date) => sql<Row>`
  SELECT n.message_id, message.tries, message.unsure AS doubts, n.organisation_id, organisation.entra_tenant_id AS tenant_id,
    n.id, n.what, n.kind, n.subject_kind, n.subject_id, n.community_id, home.name AS community_name, n.because,
    n.recipient_id, n.sealed_recipient, n.place, n.expires_at, n.created_at,
    CASE n.subject_kind WHEN 'question' THEN q.title WHEN 'practice' THEN p.title WHEN 'gathering' THEN g.title
      WHEN 'introduction' THEN i.title WHEN 'circle' THEN ring.title
      ELSE home.name END AS title,
    CASE n.subject_kind WHEN 'question' THEN q.summary WHEN 'practice' THEN p.summary WHEN 'gathering' THEN g.summary END AS excerpt,
    CASE n.subject_kind WHEN 'question' THEN q.topics WHEN 'practice' THEN p.topics END AS topics,
    g.starts_at, g.time_zone,
    CASE n.subject_kind WHEN 'gathering' THEN
      ${beginsAfter(sql`n.what`, sql`n.subject_id`, sql`n.created_at`)} END AS begins,
    coalesce(n.what IN ('asked-for-help', 'nobody-could-help') AND q.state NOT IN ('open', 'with-expert'), false)
      OR (n.place IS NOT NULL AND n.what = 'question-asked' AND ${isShownThere})
      OR coalesce(${isNoUse}, false) OR coalesce(n.what = 'introduction-asked' AND i.told, false)
      OR coalesce(n.what = 'circle-turn' AND ring.led, false) AS done,
    posting.sealed_webhook AS webhook
  FROM notification n
  JOIN message ON message.id = n.message_id
  JOIN organisation ON organisation.id = n.organisation_id
  LEFT JOIN person ON person.id = n.recipient_id
  LEFT JOIN community AS home ON home.id = n.community_id
  LEFT JOIN posting ON posting.community_id = n.community_id
  LEFT JOIN LATERAL (SELECT question.title, question.summary, question.topics, question.state FROM question
    JOIN community ON community.id = question.community_id
    WHERE n.subject_kind = 'question' AND question.id = n.subject_id
      AND ${seen(visibleQuestion)} AND ${forPlace(sql`question.hidden_at`)}) AS q ON true
  LEFT JOIN LATERAL (SELECT practice.title, practice.summary, practice.topics FROM practice
    JOIN community ON community.id = practice.community_id
    WHERE n.subject_kind = 'practice' AND practice.id = n.subject_id
      AND ${seen(visiblePractice)} AND ${forPlace(sql`practice.hidden_at`)}) AS p ON true
  LEFT JOIN LATERAL (${gatheringTold(sql`n.what = 'gathering-lost' OR ${seen(visibleGathering)}`, now)}) AS g ON true
  LEFT JOIN LATERAL (SELECT mine.met IS NOT NULL AS told,
      (SELECT string_agg(p.name, ', ' ORDER BY p.folded_name, p.id) FROM introduced other
        JOIN person p ON p.id = other.person_id AND p.state = 'present'
        WHERE other.introduction_id = mine.introduction_id AND other.person_id <> mine.person_id) AS title
    FROM introduced mine WHERE n.subject_kind = 'introduction' AND mine.introduction_id = n.subject_id
      AND mine.person_id = n.recipient_id) AS i ON true
  LEFT JOIN LATERAL (${circleTold(seen(visibleCommunity))}) AS ring ON true
  WHERE n.message_id = ANY(${messages}::uuid[]) AND n.state = 'sending'
  ORDER BY n.created_at, n.id
`;
