import { type Kysely, sql } from 'kysely';

/** Gatherings come in bundles, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE imported DROP CONSTRAINT imported_section_check`.execute(db);
  await sql`ALTER TABLE imported ADD CONSTRAINT imported_section_check CHECK (section IN
    ('people', 'communities', 'memberships', 'practices', 'questions', 'answers', 'comments', 'gatherings'))`.execute(
    db,
  );
}
