import { type Kysely, sql } from 'kysely';

/** What somebody puts on the agenda of a gathering can be reported and hidden as all that people write. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE agenda_item ADD COLUMN hidden_at timestamptz`.execute(db);
  await sql`ALTER TABLE report DROP CONSTRAINT report_subject_kind_check`.execute(db);
  await sql`ALTER TABLE report ADD CONSTRAINT report_subject_kind_check
    CHECK (subject_kind IN ('question', 'answer', 'comment', 'practice', 'agenda-item'))`.execute(db);
}
