import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { RecordedEvent, Subscriber } from './subscriber.ts';

/** After this many failures an event waits for an operator, its reason beside it in `outbox.failure`. */
export const MAX_TRIES = 12;
const LONGEST_PAUSE_MS = 60 * 60_000;

export type ClaimedEvent = { readonly event: RecordedEvent; readonly tries: number };

/** Whether there is anything to relay now. One short statement, for asking often. */
export async function anythingWaits(db: Kysely<Database>, now: Date): Promise<boolean> {
  const [row] = await waitingQuery(db, { now });
  return row?.waiting ?? false;
}

const waitingQuery = prepared<{ readonly now: Date }, { readonly waiting: boolean }>(
  ({ now }) => sql<{ waiting: boolean }>`
    SELECT EXISTS (
      SELECT FROM outbox WHERE relayed_at IS NULL AND tries < ${sql.lit(MAX_TRIES)}
        AND (not_before IS NULL OR not_before <= ${now})
    ) AS waiting`,
);

/** The oldest events that wait and that no other process is at, locked until the transaction ends. */
export async function claimEvents(
  tx: Transaction<Database>,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly ClaimedEvent[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'organisation_id', 'type', 'payload', 'occurred_at', 'tries'])
    .where('relayed_at', 'is', null)
    .where('tries', '<', MAX_TRIES)
    .where(({ or, eb }) => or([eb('not_before', 'is', null), eb('not_before', '<=', now)]))
    .orderBy('position')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id, organisation_id, type, payload, occurred_at, tries }) => ({
    tries,
    event: {
      ...(payload as object),
      id,
      organisationId: organisation_id,
      type,
      occurredAt: occurred_at,
    } as RecordedEvent,
  }));
}

/**
 * Hands an event to every subscriber that listens to its type and has not had it yet. Each writes within a savepoint:
 * when one fails, what it wrote is undone, the others' work stays, and its error is answered.
 */
export async function relayEvent(
  tx: Transaction<Database>,
  event: RecordedEvent,
  subscribers: readonly Subscriber[],
  now: Date,
): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  for (const subscriber of subscribers) {
    if (!subscriber.on.includes(event.type)) continue;
    await sql`SAVEPOINT subscriber`.execute(tx);
    try {
      const { numInsertedOrUpdatedRows: first } = await tx
        .insertInto('handled_event')
        .values({ subscriber: subscriber.name, event_id: event.id, handled_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (first === 1n) await subscriber.handle(tx, event);
      await sql`RELEASE SAVEPOINT subscriber`.execute(tx);
    } catch (error) {
      await sql`ROLLBACK TO SAVEPOINT subscriber`.execute(tx);
      failures.push(error);
    }
  }
  return failures;
}

/** Notes that every subscriber has had the event. */
export async function markRelayed(tx: Transaction<Database>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE outbox SET relayed_at = ${now}, failure = NULL WHERE id = ANY(${ids}::uuid[])`.execute(tx);
}

/** Notes a failure and when to try again: after 2 s, 4 s, 8 s … and at most an hour. */
export async function markFailed(
  tx: Transaction<Database>,
  { event, tries }: ClaimedEvent,
  reason: unknown,
  now: Date,
): Promise<void> {
  const pause = Math.min(2 ** (tries + 1) * 1000, LONGEST_PAUSE_MS);
  await tx
    .updateTable('outbox')
    .set({ tries: tries + 1, not_before: new Date(now.getTime() + pause), failure: describe(reason) })
    .where('id', '=', event.id)
    .execute();
}

/** Short, for an operator. */
function describe(reason: unknown): string {
  const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
  return text.replaceAll('\0', '').slice(0, 500);
}
