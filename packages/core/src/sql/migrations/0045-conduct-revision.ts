import { type Kysely, sql } from 'kysely';

/**
 * Two stewards who write the code of conduct at once no longer overwrite each other. A community that goes back to the
 * usual one keeps the row, without a text, so that revisions never begin anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE conduct ALTER COLUMN text DROP NOT NULL, ADD COLUMN revision integer NOT NULL DEFAULT 1`.execute(
    db,
  );
}
