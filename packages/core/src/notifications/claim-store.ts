import { type Kysely, sql, type Transaction } from 'kysely';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { listed, PLANNED_ANEW } from '../sql/planned-anew.ts';
import type { Sealing } from '../trust/sealing.ts';
import { IN_DOUBT } from './messenger.ts';

type ClaimDeps = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly sealing: Pick<Sealing, 'open'>;
};

/** What is due for a person within this time goes along. */
const ALONG = '30 seconds';

export type Hold = {
  readonly organisationId: string;
  readonly now: Date;
  readonly until: Date;
  readonly claim: string;
  readonly limit: number;
};

/** Takes messages in hand: first those that were tried before, then new ones. Answers their ids. */
export const claimDue = (deps: ClaimDeps, hold: Hold): Promise<readonly string[]> =>
  deps.db.transaction().execute(async (tx) => {
    const again = await claimAgain(tx, hold);
    const limit = hold.limit - again.length;
    return limit > 0 ? [...again, ...(await claimFresh(tx, deps, { ...hold, limit }))] : again;
  });

/** Messages whose pause is over, and those that a process held, and had not handed over, which is not heard of any more. */
async function claimAgain(tx: Transaction<Database>, { organisationId, now, until, claim, limit }: Hold) {
  await leaveInDoubt(tx, { organisationId, now, until });
  const { rows } = await sql<{ id: string }>`
    UPDATE message SET state = 'sending', tries = tries + 1, claim = ${claim}, claimed_until = ${until}, handed = false
    WHERE id IN (
      SELECT id FROM message WHERE organisation_id = ${organisationId}
        AND ((state = 'waiting' AND due_at <= ${now}) OR (state = 'sending' AND NOT handed AND ${isOver(now, until)}))
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id
  `.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await sql`
    ${PLANNED_ANEW} UPDATE notification SET state = 'sending'
    WHERE message_id = ANY(${ids}::uuid[]) AND state IN ('queued', 'held')
  `.execute(tx);
  return ids;
}

/** A hold that has run out; or one from a time that has not come, since the clock was put back under it. */
const isOver = (now: Date, until: Date) => sql<boolean>`
  (claimed_until <= ${now} OR claimed_until > ${until}::timestamptz + interval '1 minute')`;

/** What a process had handed over that is not heard of any more. Should it be alive after all, `settle` puts that right. */
async function leaveInDoubt(
  tx: Transaction<Database>,
  { organisationId, now, until }: Pick<Hold, 'organisationId' | 'now' | 'until'>,
): Promise<void> {
  await sql`
    WITH doubtful AS (
      UPDATE message SET state = 'settled', claimed_until = NULL, unsure = unsure + 1
      WHERE id IN (SELECT id FROM message WHERE organisation_id = ${organisationId} AND state = 'sending' AND handed
        AND ${isOver(now, until)} FOR UPDATE SKIP LOCKED)
      RETURNING id
    )
    UPDATE notification SET state = 'failed', failure = ${IN_DOUBT}, settled_at = ${now}
    FROM doubtful WHERE message_id = doubtful.id AND notification.state = 'sending'
  `.execute(tx);
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

/**
 * Notifications that are due, and what else their recipients are to be told just now, each recipient's as one message.
 *
 * What else there is for them is asked for in words that only the index by recipient understands: how much is due
 * PostgreSQL learns minutes after a hundred thousand were told something, and would go through all of it for every claim.
 */
async function claimFresh(
  tx: Transaction<Database>,
  { newId, sealing }: Omit<ClaimDeps, 'db'>,
  { organisationId, now, until, claim, limit }: Hold,
): Promise<readonly string[]> {
  const { rows } = await sql<DueRow>`
    WITH due AS MATERIALIZED (
      SELECT id, recipient_id FROM notification
      WHERE organisation_id = ${organisationId} AND state IN ('queued', 'held') AND message_id IS NULL AND due_at <= ${now}
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), along AS MATERIALIZED (
      SELECT theirs.id FROM (SELECT DISTINCT recipient_id FROM due WHERE recipient_id IS NOT NULL) AS of_due
      CROSS JOIN LATERAL (SELECT id FROM notification
        WHERE recipient_id = of_due.recipient_id AND state = 'queued' AND coalesce(message_id IS NULL, false)
          AND due_at - ${ALONG}::interval <= ${now}
        FOR UPDATE SKIP LOCKED) AS theirs
      WHERE theirs.id NOT IN (SELECT id FROM due)
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
    ${PLANNED_ANEW} UPDATE notification SET state = 'sending', message_id = pair.message
    FROM ${listed(pairs, { id: 'uuid', message: 'uuid' })} AS pair
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
