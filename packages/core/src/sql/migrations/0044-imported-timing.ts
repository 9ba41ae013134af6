import { type Kysely, sql } from 'kysely';

/** What the last import said of when a gathering is, so that it shows where people here have changed that since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE gathering ADD COLUMN imported_timing text`.execute(db);
}
