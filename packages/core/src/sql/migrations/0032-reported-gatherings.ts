import { type Kysely, sql } from 'kysely';

/** What a gathering says about itself, and what came of one of its dates, can be reported and hidden like all texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE gathering ADD COLUMN hidden_at timestamptz`.execute(db);
  await sql`ALTER TABLE occurrence ADD COLUMN recap_hidden_at timestamptz`.execute(db);
  await sql`ALTER TABLE report DROP CONSTRAINT report_subject_kind_check`.execute(db);
  await sql`ALTER TABLE report ADD CONSTRAINT report_subject_kind_check CHECK (
    subject_kind IN ('question', 'answer', 'comment', 'practice', 'agenda-item', 'gathering', 'recap'))`.execute(db);
}
