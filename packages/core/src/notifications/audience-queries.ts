import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { reveal } from '../trust/authorship.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { Announcement, Audience, Written } from './announcement.ts';
import { beginsAfter, comingTo, hostsOf } from './coming-queries.ts';
import type { DeliveryTime, NotificationKind } from './kind.ts';
import type { Audiences } from './ports.ts';
import type { Times } from './preferences.ts';
import { WEBHOOK } from './posting.ts';
import type { Recipient } from './recipient.ts';

type Deps = {
  readonly db: Kysely<Database>;
  readonly sealing: Pick<Sealing, 'open'>;
  /** Whether a bot can post to channels and chats. */
  readonly hasBot: boolean;
};

type Somebody = { readonly personId: PersonId; readonly veiled: boolean };

/** A small audience is small: the coordinators of a community, not its members. */
const MOST = 500;
const MOST_ME_TOO = 5000;

export function sqlAudiences({ db, sealing, hasBot }: Deps): Audiences {
  async function authorOf({ kind, id }: Written): Promise<Somebody | undefined> {
    const row = await db
      .selectFrom(kind)
      .select(['id', 'author_id', 'sealed_author'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const { author_id, sealed_author } = row;
    const author = author_id ? { personId: author_id as PersonId } : { sealed: sealed_author ?? new Uint8Array() };
    const personId = reveal(sealing, author, id);
    return personId && { personId, veiled: author_id === null };
  }

  async function haveToo(questionId: string): Promise<readonly Somebody[]> {
    const rows = await db
      .selectFrom('me_too')
      .select('sealed_person')
      .where('question_id', '=', questionId)
      .limit(MOST_ME_TOO)
      .execute();
    return rows.flatMap(({ sealed_person }) => {
      const personId = sealing.open(sealed_person, `me-too ${questionId}`);
      return personId ? [{ personId, veiled: true }] : [];
    });
  }

  const named = (ids: readonly { readonly id: string }[]): readonly Somebody[] =>
    ids.map(({ id }) => ({ personId: id as PersonId, veiled: false }));

  async function peopleIn(audience: Audience): Promise<readonly Somebody[]> {
    switch (audience.to) {
      case 'person':
        return [{ personId: audience.personId as PersonId, veiled: false }];
      case 'author': {
        const author = await authorOf(audience.of);
        return author ? [author] : [];
      }
      case 'me-too':
        return haveToo(audience.questionId);
      case 'owner': {
        const practice = db.selectFrom('practice').select('owner_id as id').where('id', '=', audience.practiceId);
        return named(await practice.execute());
      }
      case 'roles':
        return named(
          await db
            .selectFrom('role_grant')
            .select('person_id as id')
            .distinct()
            .where('community_id', '=', audience.communityId)
            .where('role', 'in', [...audience.roles])
            .where(({ or, eb }) =>
              or([eb('role', '=', 'coordinator'), eb('until', 'is', null), eb('until', '>', sql<Date>`now()`)]),
            )
            .limit(MOST)
            .execute(),
        );
      case 'coming':
        return named(await comingTo(db, audience));
      case 'hosts':
        return named(await hostsOf(db, audience));
      case 'introduced':
        return named(
          await db
            .selectFrom('introduced')
            .select('person_id as id')
            .where('introduction_id', '=', audience.introductionId)
            .execute(),
        );
      case 'members':
        return [];
    }
  }

  const audiences: Audiences = {
    async excluded({ not }: Announcement) {
      const author = not?.authorOf && (await authorOf(not.authorOf));
      const ids = [not?.personId, author?.personId].filter((id) => id !== undefined);
      if (ids.length === 0) return () => false;
      // Whoever linked two accounts is one person under both ids, and a seal holds the one of its day.
      const rows = await db
        .selectFrom('person')
        .select(['id', 'merged_into'])
        .where((eb) => eb.or([eb('id', 'in', ids), eb('merged_into', 'in', ids)]))
        .execute();
      const all = new Set<string>(rows.flatMap(({ id, merged_into }) => [id, ...(merged_into ? [merged_into] : [])]));
      const unnamed = author?.veiled ?? false;
      return ({ personId, veiled }) => veiled === unnamed && all.has(personId);
    },

    async of(announcement) {
      const [people, excluded] = await Promise.all([peopleIn(announcement.audience), audiences.excluded(announcement)]);
      const veiled = new Map(people.map((one) => [one.personId, one.veiled]));
      if (veiled.size === 0) return [];
      const rows = await recipientsQuery(sql`
        (SELECT coalesce(merged_into, id) AS id, id AS known_as FROM person WHERE id = ANY(${[...veiled.keys()]}::uuid[]))
      `).execute(db);
      return rows.rows
        .map((row) => ({ ...recipientOf(row), veiled: veiled.get(row.known_as as PersonId) ?? false }))
        .filter((one) => !excluded(one));
    },

    async begins({ what, subject }, since) {
      if (subject.kind !== 'gathering') return undefined;
      const found = beginsAfter(sql`${what}::text`, sql`${subject.id}::uuid`, sql`${since}::timestamptz`);
      const { rows } = await sql<{ begins: Date | null }>`SELECT ${found} AS begins`.execute(db);
      return rows[0]?.begins ?? undefined;
    },

    async members(communityId, kind, after, limit) {
      const { rows } = await membersQuery(communityId, kind, after, limit).execute(db);
      return rows.map(recipientOf);
    },

    async reason(questionId, personId) {
      const row = await db
        .selectFrom('consulted')
        .select('because')
        .where('question_id', '=', questionId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row?.because;
    },

    async auditReason(auditId) {
      const row = await db.selectFrom('audit_entry').select('reason').where('id', '=', auditId).executeTakeFirst();
      return row?.reason;
    },

    async places(communityId, about) {
      const wanted = about === 'newQuestions' ? sql`posting.new_questions` : sql`posting.weekly_digest`;
      const { rows } = await sql<{ webhook: boolean; places: string[] }>`
        SELECT posting.sealed_webhook IS NOT NULL AS webhook,
          ARRAY(SELECT external_id FROM connection WHERE connection.community_id = community.id
            AND kind IN ('teams-channel', 'teams-chat')
            AND EXISTS (SELECT FROM conversation WHERE conversation.organisation_id = community.organisation_id
              AND conversation.place = connection.external_id AND conversation.blocked_at IS NULL)) AS places
        FROM community LEFT JOIN posting ON posting.community_id = community.id
        WHERE community.id = ${communityId} AND community.closed_at IS NULL AND coalesce(${wanted}, true)
      `.execute(db);
      const [row] = rows;
      if (!row) return [];
      const byBot = hasBot ? row.places : [];
      return byBot.length > 0 ? byBot : row.webhook ? [WEBHOOK] : [];
    },
  };
  return audiences;
}

export type RecipientRow = {
  readonly id: string;
  /** The id by which they were looked for, where accounts have been linked since. */
  readonly known_as: string;
  readonly time_zone: string;
  readonly working_hours: WorkingHours;
  readonly away_until: Date | null;
  readonly choices:
    | readonly { readonly community: string | null; readonly kind: string; readonly time: string }[]
    | null;
};

/** Needs a subquery with `id` and `known_as`. */
export const recipientsQuery = (who: RawBuilder<unknown>) => sql<RecipientRow>`
  SELECT person.id, who.known_as, person.time_zone, person.working_hours, setting.away_until,
    (SELECT json_agg(json_build_object('community', c.community_id, 'kind', c.kind, 'time', c.time))
      FROM notification_choice c WHERE c.person_id = person.id) AS choices
  FROM ${who} AS who JOIN person ON person.id = who.id AND person.state = 'present'
  LEFT JOIN notification_setting setting ON setting.person_id = person.id
`;

/** In the order of the primary key of memberships, so that a portion is read and not looked for. */
const membersQuery = (communityId: string, kind: NotificationKind, after: string | undefined, limit: number) =>
  sql<RecipientRow>`
  SELECT person.id, person.id AS known_as, person.time_zone, person.working_hours, setting.away_until,
    (SELECT json_agg(json_build_object('community', c.community_id, 'kind', c.kind, 'time', c.time))
      FROM notification_choice c WHERE c.person_id = person.id AND c.kind = ${kind}
        AND (c.community_id IS NULL OR c.community_id = ${communityId})) AS choices
  FROM membership JOIN person ON person.id = membership.person_id AND person.state = 'present'
  LEFT JOIN notification_setting setting ON setting.person_id = person.id
  WHERE membership.community_id = ${communityId} AND membership.state = 'member'
    ${after === undefined ? sql`` : sql`AND membership.person_id > ${after}`}
  ORDER BY membership.person_id LIMIT ${sql.lit(limit)}
`;

export function recipientOf(row: RecipientRow): Recipient {
  const usual: Times & Record<string, DeliveryTime> = {};
  const communities = new Map<string, Record<string, DeliveryTime>>();
  for (const { community, kind, time } of row.choices ?? []) {
    const times = community === null ? usual : (communities.get(community) ?? {});
    times[kind] = time as DeliveryTime;
    if (community !== null) communities.set(community, times);
  }
  return {
    personId: row.id as PersonId,
    timeZone: row.time_zone,
    workingHours: row.working_hours,
    awayUntil: row.away_until ?? undefined,
    usual,
    communities,
    veiled: false,
  };
}
