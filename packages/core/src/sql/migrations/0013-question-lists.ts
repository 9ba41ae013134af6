import { type Kysely, sql } from 'kysely';

/**
 * «My questions» looks for what was asked anonymously where the person takes part, newest first. By organisation it had
 * to pass over everything that was asked anonymously elsewhere.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX question_sealed`.execute(db);
  await sql`
    CREATE INDEX question_sealed ON question (asked_in, asked_at DESC, id DESC) WHERE sealed_author IS NOT NULL
  `.execute(db);
}
