import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';

/** Settles when a statement in this database waits for a lock: a request is then in the middle of its work. */
export async function untilSomebodyWaits(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
    `.execute(db);
    if (rows[0]?.waiting) return;
    await pause(10);
  }
}

/** Until the work is done, whoever reads or writes the table waits. */
export const whileLocked = <Value>(db: Kysely<Database>, table: string, work: () => Promise<Value>): Promise<Value> =>
  db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE ${sql.table(table)} IN ACCESS EXCLUSIVE MODE`.execute(tx);
    return work();
  });
