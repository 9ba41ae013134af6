import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** Facts that everyone has had are kept this long, so that an operator can see what happened. */
const KEPT_DAYS = 90;
/** A few thousand rows per statement: no long locks, and little to undo when the process ends meanwhile. */
const PORTION = 5000;

/** Removes facts that every subscriber had long ago, and what was noted about them. Answers how many facts. */
export async function sweepOutbox(db: Kysely<Database>, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  let swept = 0;
  for (;;) {
    const { rows } = await sql`
      WITH old AS (
        DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE relayed_at < ${before} LIMIT ${PORTION})
        RETURNING id
      ), noted AS (
        DELETE FROM handled_event WHERE event_id IN (SELECT id FROM old)
      )
      SELECT FROM old
    `.execute(db);
    swept += rows.length;
    if (rows.length < PORTION) return swept;
  }
}

/** Lets the relay try again what it had given up, after an operator has removed the cause. Answers how many facts. */
export async function retryGivenUp(db: Kysely<Database>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ tries: 0, not_before: null })
    .where('relayed_at', 'is', null)
    .where('failure', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
