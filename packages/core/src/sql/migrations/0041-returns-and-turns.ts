import { type Kysely, sql } from 'kysely';

/** Mentors who come back from a pause or an absence; and messages about a circle. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One row: up to when the returns of mentors have been told.
  await sql`
    CREATE TABLE mentor_return (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      told_until timestamptz NOT NULL
    )
  `.execute(db);
  await sql`CREATE INDEX mentor_offer_paused ON mentor_offer (paused_until) WHERE paused_until IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX notification_setting_away ON notification_setting (away_until) WHERE away_until IS NOT NULL
  `.execute(db);

  await sql`ALTER TABLE notification DROP CONSTRAINT notification_subject_kind_check`.execute(db);
  await sql`ALTER TABLE notification ADD CONSTRAINT notification_subject_kind_check
    CHECK (subject_kind IN ('question', 'practice', 'community', 'gathering', 'introduction', 'circle'))`.execute(db);
}
