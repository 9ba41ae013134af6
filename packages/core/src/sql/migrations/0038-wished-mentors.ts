import { type Kysely, sql } from 'kysely';

/** Whoever looks for a mentor may wish for one of those who offer it: that one is asked first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE mentoring_request ADD COLUMN wished_id uuid REFERENCES person`.execute(db);
  await sql`CREATE INDEX mentoring_request_wished ON mentoring_request (wished_id) WHERE wished_id IS NOT NULL`.execute(
    db,
  );
}
