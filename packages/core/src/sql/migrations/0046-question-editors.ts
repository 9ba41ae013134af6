import { type Kysely, sql } from 'kysely';

/**
 * Who gave a question its words, so that its history can say when a steward has changed what somebody asked. Nothing
 * stands there for whoever asked without a name, nor for what was written before this.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['question', 'question_version']) {
    await sql`ALTER TABLE ${sql.id(table)} ADD COLUMN edited_by uuid REFERENCES person`.execute(db);
    await sql`
      CREATE INDEX ${sql.id(`${table}_editor`)} ON ${sql.id(table)} (edited_by) WHERE edited_by IS NOT NULL
    `.execute(db);
  }
}
