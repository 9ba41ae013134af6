import { type Kysely, sql } from 'kysely';

/**
 * Searches look at the newest and weightiest documents first. Which ones those are was a range of eras within the index,
 * and PostgreSQL gathered all of the range before it looked for the words: half of the time of a search. Organisation and
 * era are one word now, a place, and a search names the few places that it looks at.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Four years are 48 eras, and what is worth twice as much is as many further on: see priorOf() in search/document.ts.
  await sql`
    CREATE FUNCTION copse_era(prior real) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT floor($1 * 48)::integer $$
  `.execute(db);
  await sql`
    CREATE FUNCTION copse_place(organisation_id uuid, prior real) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT ARRAY[$1::text || ':' || floor($2 * 48)::integer::text] $$
  `.execute(db);
  for (const kind of ['community', 'practice', 'person', 'question'] as const) {
    for (const column of ['head', 'search'] as const) {
      const name = sql.id(`search_document_${kind}_${column}`);
      await sql`DROP INDEX ${name}`.execute(db);
      await sql`
        CREATE INDEX ${name} ON search_document
        USING gin (organisation_id, copse_place(organisation_id, prior), ${sql.id(column)}) WITH (fastupdate = off)
        WHERE kind = ${sql.lit(kind)}
      `.execute(db);
    }
  }
  await sql`ALTER TABLE search_document DROP COLUMN era`.execute(db);
  await sql`
    CREATE INDEX search_document_era ON search_document (organisation_id, kind, copse_era(prior) DESC)
  `.execute(db);
}
