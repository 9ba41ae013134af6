import { type Kysely, sql } from 'kysely';

/** Gatherings are found too. Those that are there already: when they change, or by `npm run copse -- rebuild-search`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE search_document
      DROP CONSTRAINT search_document_kind_check,
      ADD CONSTRAINT search_document_kind_check
        CHECK (kind IN ('community', 'practice', 'person', 'question', 'gathering'))
  `.execute(db);
  for (const column of ['head', 'search'] as const) {
    await sql`
      CREATE INDEX ${sql.id(`search_document_gathering_${column}`)} ON search_document
      USING gin (organisation_id, copse_place(organisation_id, prior), ${sql.id(column)}) WITH (fastupdate = off)
      WHERE kind = 'gathering'
    `.execute(db);
  }
}
