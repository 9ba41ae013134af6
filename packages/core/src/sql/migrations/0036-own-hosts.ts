import { type Kysely, sql } from 'kysely';

/** Whoever was put down for one date keeps it when turns are given anew; so far only who is no host can be told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE occurrence ADD COLUMN own_host boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    UPDATE occurrence o SET own_host = true
    WHERE host_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM gathering_host h WHERE h.gathering_id = o.gathering_id AND h.person_id = o.host_id)`.execute(db);
}
