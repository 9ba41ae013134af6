import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // At the head of which thread of a chat tool a question is shown: a reply there is an answer to it.
  await sql`
    CREATE TABLE question_thread (
      organisation_id uuid NOT NULL REFERENCES organisation,
      thread text NOT NULL CHECK (length(thread) <= 500),
      question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
      -- The message that shows it, where it is not the first of the thread.
      message text CHECK (length(message) <= 500),
      PRIMARY KEY (organisation_id, thread)
    )
  `.execute(db);
  await sql`CREATE INDEX question_thread_question ON question_thread (question_id)`.execute(db);
}
