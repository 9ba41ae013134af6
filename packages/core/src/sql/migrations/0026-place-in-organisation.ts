import { type Kysely, sql } from 'kysely';

/** What an organisation's directory knows of its people: their team, their manager, and whose account nobody is behind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE person
      ADD COLUMN team text,
      ADD COLUMN manager_id uuid REFERENCES person,
      ADD COLUMN service_account boolean NOT NULL DEFAULT false
  `.execute(db);
  await sql`CREATE INDEX person_manager ON person (manager_id) WHERE manager_id IS NOT NULL`.execute(db);
}
