import { type Kysely, sql } from 'kysely';

/**
 * Questions are found too, and searches stay quick however many things share a word.
 *
 * Texts carry no language: titles are indexed as English and literally (names, codes, other languages), topics and
 * bodies as English, whose stemmer leaves words of other languages alike on both sides. A column of languages can
 * replace the two fixed configurations once people say which language they write.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE EXTENSION IF NOT EXISTS btree_gin`.execute(db);
  for (const table of ['search_document', 'imported'] as const) {
    const column = table === 'imported' ? 'section' : 'kind';
    await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT ${sql.id(`${table}_${column}_check`)}`.execute(db);
  }
  await sql`ALTER TABLE search_document ADD CHECK (kind IN ('community', 'practice', 'person', 'question'))`.execute(
    db,
  );
  await sql`
    ALTER TABLE imported ADD CHECK (
      section IN ('people', 'communities', 'memberships', 'practices', 'questions', 'answers', 'comments')
    )
  `.execute(db);

  // Titles and topics, for what matches there is looked at first. Texts are kept out of the row itself: searches read
  // many rows and few texts.
  await sql`
    ALTER TABLE search_document
      -- What comes first among things of one kind that match alike: see priorOf() in search/document.ts.
      ADD COLUMN prior real NOT NULL DEFAULT 0,
      ADD COLUMN head tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, copse_fold(title)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_fold(title)), 'A') ||
        setweight(to_tsvector('english'::regconfig, copse_words(topics)), 'B')
      ) STORED
  `.execute(db);
  await sql`
    UPDATE search_document SET prior = log(2, weight::numeric) + CASE WHEN kind = 'practice'
      THEN extract(epoch FROM updated_at - timestamptz '2020-01-01 00:00:00Z') / 126230400 ELSE 0 END
  `.execute(db);
  await sql`
    ALTER TABLE search_document
      ADD COLUMN era smallint NOT NULL GENERATED ALWAYS AS (floor(prior * 12)::smallint) STORED,
      ALTER COLUMN search SET STORAGE EXTERNAL,
      SET (toast_tuple_target = 512, parallel_workers = 0)
  `.execute(db);
  await sql`ALTER TABLE search_document ALTER COLUMN prior DROP DEFAULT`.execute(db);

  // Organisation and era stand in the index beside the words, so that a word that everything has in common is cut down
  // to the newest and weightiest few thousand before any row is read. One index for each kind: a range of eras is
  // gathered as a whole before it is cut, and must not gather the other kinds.
  await sql`DROP INDEX search_document_search`.execute(db);
  for (const kind of ['community', 'practice', 'person', 'question'] as const) {
    for (const column of ['head', 'search'] as const) {
      await sql`
        CREATE INDEX ${sql.id(`search_document_${kind}_${column}`)} ON search_document
        USING gin (organisation_id, era, ${sql.id(column)}) WITH (fastupdate = off) WHERE kind = ${sql.lit(kind)}
      `.execute(db);
    }
  }
  await sql`CREATE INDEX search_document_era ON search_document (organisation_id, kind, era DESC)`.execute(db);
}
