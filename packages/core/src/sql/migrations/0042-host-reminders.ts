import { type Kysely, sql } from 'kysely';

/** Hosts are reminded of dates that they have not answered to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE host_reminder (
      occurrence_id uuid NOT NULL REFERENCES occurrence ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person,
      -- When it is looked at next whether it is time. None: they have been reminded.
      remind_at timestamptz,
      PRIMARY KEY (occurrence_id, person_id)
    )
  `.execute(db);
  await sql`CREATE INDEX host_reminder_person ON host_reminder (person_id)`.execute(db);
  await sql`CREATE INDEX host_reminder_due ON host_reminder (remind_at) WHERE remind_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX occurrence_starts ON occurrence (starts_at) WHERE cancelled_at IS NULL`.execute(db);
}
