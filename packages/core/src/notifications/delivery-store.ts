import { type Kysely, sql, type Transaction } from 'kysely';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Sealing } from '../trust/sealing.ts';
import { parcelsOf } from './parcel-queries.ts';
import type { DeliveryStore, Settlement } from './ports.ts';

export type DeliveryDeps = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly sealing: Pick<Sealing, 'open'>;
  readonly hasBot: boolean;
  /** Opens the address of a webhook. */
  readonly openWebhook: (sealed: Uint8Array, communityId: string) => string | undefined;
};

/** What is due for a person within this time goes along. */
const ALONG_MS = 30_000;

export function sqlDeliveryStore(deps: DeliveryDeps): DeliveryStore {
  const { db, newId } = deps;

  return {
    async claim(organisationId, { limit, now, until }) {
      const claim = newId();
      const hold = { organisationId, now, until, claim };
      const ids = await db.transaction().execute(async (tx) => {
        const again = await claimAgain(tx, { ...hold, limit });
        const fresh = again.length < limit ? await claimFresh(tx, deps, { ...hold, limit: limit - again.length }) : [];
        return [...again, ...fresh];
      });
      return ids.length === 0 ? [] : parcelsOf(deps, ids, claim);
    },

    async settle(settlements, now) {
      await db.transaction().execute((tx) => settleAll(tx, settlements, now));
    },

    async learn({ recipient, destination }, lesson, now) {
      if (typeof destination === 'string' || destination.by !== 'bot') return;
      const { organisationId, serviceUrl, conversationId } = destination;
      if (lesson === 'blocked') {
        await db
          .updateTable('conversation')
          .set({ blocked_at: now })
          .where('organisation_id', '=', organisationId)
          .where('conversation_id', '=', conversationId ?? '')
          .execute();
      } else if (recipient) {
        await db
          .insertInto('conversation')
          .values({
            organisation_id: organisationId,
            conversation_id: lesson.conversationId,
            person_id: recipient.personId,
            place: null,
            service_url: serviceUrl,
            renewed_at: now,
            blocked_at: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}

type Hold = {
  readonly organisationId: string;
  readonly now: Date;
  readonly until: Date;
  readonly claim: string;
  readonly limit: number;
};

/** Messages whose pause is over, and those that a process held which has not been heard of since. */
async function claimAgain(tx: Transaction<Database>, { organisationId, now, until, claim, limit }: Hold) {
  const { rows } = await sql<{ id: string }>`
    UPDATE message SET state = 'sending', tries = tries + 1, claim = ${claim}, claimed_until = ${until},
      unsure = unsure + CASE WHEN state = 'sending' THEN 1 ELSE 0 END
    WHERE id IN (
      SELECT id FROM message WHERE organisation_id = ${organisationId}
        AND ((state = 'waiting' AND due_at <= ${now}) OR (state = 'sending' AND claimed_until <= ${now}))
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id
  `.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`
    UPDATE notification SET state = 'sending'
    WHERE message_id = ANY(${ids}::uuid[]) AND state IN ('queued', 'held')
  `.execute(tx);
  return ids;
}

type DueRow = {
  readonly id: string;
  readonly what: string;
  readonly subject_id: string;
  readonly community_id: string | null;
  readonly place: string | null;
  readonly recipient_id: string | null;
  readonly sealed_recipient: Buffer | null;
};

/** Notifications that are due, and what else their recipients are to be told just now, each recipient's as one message. */
async function claimFresh(
  tx: Transaction<Database>,
  { newId, sealing }: Pick<DeliveryDeps, 'newId' | 'sealing'>,
  { organisationId, now, until, claim, limit }: Hold,
): Promise<readonly string[]> {
  const { rows } = await sql<DueRow>`
    WITH due AS MATERIALIZED (
      SELECT id, recipient_id FROM notification
      WHERE organisation_id = ${organisationId} AND state IN ('queued', 'held') AND message_id IS NULL AND due_at <= ${now}
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), along AS MATERIALIZED (
      SELECT id FROM notification
      WHERE recipient_id IN (SELECT recipient_id FROM due) AND state = 'queued' AND message_id IS NULL
        AND due_at <= ${new Date(now.getTime() + ALONG_MS)} AND id NOT IN (SELECT id FROM due)
      FOR UPDATE SKIP LOCKED
    )
    SELECT n.id, n.what, n.subject_id, n.community_id, n.place, n.recipient_id, n.sealed_recipient FROM notification n
    WHERE n.id IN (SELECT id FROM due UNION ALL SELECT id FROM along)
  `.execute(tx);
  if (rows.length === 0) return [];

  const messages = new Map<string, string>();
  const pairs = rows.map((row) => {
    const key = togetherKey(row, sealing);
    const message = messages.get(key) ?? newId();
    messages.set(key, message);
    return { id: row.id, message };
  });
  const ids = [...messages.values()];
  await sql`
    INSERT INTO message (id, organisation_id, state, tries, due_at, claim, claimed_until, created_at)
    SELECT id, ${organisationId}, 'sending', 1, ${now}, ${claim}, ${until}, ${now} FROM unnest(${ids}::uuid[]) AS id
  `.execute(tx);
  await sql`
    UPDATE notification SET state = 'sending', message_id = pair.message
    FROM unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ message }) => message)}::uuid[]) AS pair(id, message)
    WHERE notification.id = pair.id
  `.execute(tx);
  return ids;
}

/**
 * What belongs into one message: everything for one person; of somebody unnamed only what concerns one question in one
 * way, since a message must not link what they wrote here with what they wrote there.
 */
function togetherKey(row: DueRow, { open }: Pick<Sealing, 'open'>): string {
  if (row.recipient_id) return row.recipient_id;
  if (row.place && row.what.endsWith('-in-digest')) return `${row.place} ${row.community_id}`;
  if (!row.sealed_recipient) return row.id;
  const personId: PersonId | undefined = open(row.sealed_recipient, row.id);
  return personId ? `${row.what} ${row.subject_id} ${personId}` : row.id;
}

async function settleAll(tx: Transaction<Database>, settlements: readonly Settlement[], now: Date): Promise<void> {
  const parts = settlements.flatMap((one) => partsOf(one));
  await sql`
    UPDATE notification SET state = part.state, failure = part.failure,
      due_at = coalesce(part.due_at, notification.due_at),
      message_id = CASE WHEN part.loose THEN NULL ELSE notification.message_id END,
      settled_at = CASE WHEN part.state IN ('queued', 'held') THEN NULL ELSE ${now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
      AS part(id uuid, message uuid, state text, failure text, due_at timestamptz, loose boolean)
    WHERE notification.id = part.id AND notification.message_id = part.message AND notification.state = 'sending'
  `.execute(tx);
  const messages = settlements.map((one) => ({
    id: one.messageId,
    claim: one.claim,
    state: one.became === 'later' ? 'waiting' : 'settled',
    due_at: one.became === 'later' ? one.dueAt : null,
    unsure: one.became === 'later' && one.unsure ? 1 : 0,
    activity_id: one.became === 'sent' ? (one.activityId ?? null) : null,
    // That it was sent is true whoever holds it by now; all else is for whoever holds it to say.
    anyhow: one.became === 'sent',
  }));
  await sql`
    UPDATE message SET state = done.state, due_at = coalesce(done.due_at, message.due_at), claim = NULL,
      claimed_until = NULL, unsure = message.unsure + done.unsure, activity_id = done.activity_id
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      AS done(id uuid, claim uuid, state text, due_at timestamptz, unsure integer, activity_id text, anyhow boolean)
    WHERE message.id = done.id AND (message.claim = done.claim OR done.anyhow)
  `.execute(tx);
  await noteThreads(tx, messages);
}

/** A question that was posted in a channel is what its thread is about, so that a reply there can be an answer. */
async function noteThreads(
  tx: Transaction<Database>,
  sent: readonly { readonly id: string; readonly activity_id: string | null }[],
) {
  await sql`
    INSERT INTO question_thread (organisation_id, thread, question_id, message)
    SELECT n.organisation_id, c.conversation_id || ';messageid=' || sent.activity_id, n.subject_id, sent.activity_id
    FROM jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) AS sent(id uuid, activity_id text)
    JOIN notification n ON n.message_id = sent.id AND n.place IS NOT NULL AND n.what = 'question-asked'
    JOIN conversation c ON c.organisation_id = n.organisation_id AND c.place = n.place
    WHERE sent.activity_id IS NOT NULL
    ON CONFLICT DO NOTHING
  `.execute(tx);
}

/** What each notification of a message becomes. `loose` ones leave it, to be in another message when they are due. */
function partsOf(one: Settlement) {
  const verdicts = one.verdicts.map((verdict) => ({
    id: verdict.id,
    message: one.messageId,
    state: verdict.state,
    failure: verdict.state === 'expired' ? verdict.failure : null,
    due_at: verdict.state === 'held' ? verdict.dueAt : null,
    loose: verdict.state === 'held',
  }));
  if (one.became === 'nothing') return verdicts;
  const state = one.became === 'later' ? 'queued' : one.became;
  const failure = one.became === 'sent' ? null : (one.failure ?? null);
  const ended = one.ids.map((id) => ({ id, message: one.messageId, state, failure, due_at: null, loose: false }));
  return [...verdicts, ...ended];
}
