import { type Kysely, sql } from 'kysely';

/** Each with its list of words that say nothing, where PostgreSQL has one. */
const languages: Readonly<Record<string, boolean>> = {
  arabic: false,
  armenian: false,
  basque: false,
  catalan: false,
  danish: true,
  dutch: true,
  finnish: true,
  french: true,
  german: true,
  greek: false,
  hindi: false,
  hungarian: true,
  indonesian: false,
  italian: true,
  lithuanian: false,
  norwegian: true,
  portuguese: true,
  romanian: false,
  russian: true,
  serbian: false,
  spanish: true,
  swedish: true,
  tamil: false,
  turkish: true,
};

/**
 * Texts are indexed in the word forms of their own language, with or without accents, and looked for in the languages
 * that are written in the organisation. What is there already stays as it is, in English, until it changes or
 * `npm run copse -- rebuild-search` is called.
 *
 * Whoever writes a document says its language, so its words are no longer generated.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [language, hasStopWords] of Object.entries(languages)) {
    const configuration = sql.id(`copse_${language}`);
    const stopWords = `copse_${language}_stop`;
    // Words that say nothing are known by their accents, so they are left out before those are taken off.
    if (hasStopWords) {
      await sql`
        CREATE TEXT SEARCH DICTIONARY ${sql.id(stopWords)} (
          TEMPLATE = pg_catalog.simple, STOPWORDS = ${sql.raw(language)}, ACCEPT = false
        )
      `.execute(db);
    }
    await sql`CREATE TEXT SEARCH CONFIGURATION ${configuration} (COPY = pg_catalog.${sql.raw(language)})`.execute(db);
    await sql`
      ALTER TEXT SEARCH CONFIGURATION ${configuration} ALTER MAPPING FOR hword, hword_part, word
      WITH ${hasStopWords ? sql`${sql.id(stopWords)}, ` : sql``}unaccent, ${sql.id(`${language}_stem`)}
    `.execute(db);
  }
  await sql`CREATE TEXT SEARCH CONFIGURATION copse_simple (COPY = pg_catalog.simple)`.execute(db);
  await sql`
    ALTER TEXT SEARCH CONFIGURATION copse_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple
  `.execute(db);

  await sql`
    ALTER TABLE search_document
      ADD COLUMN language text NOT NULL DEFAULT 'english',
      ALTER COLUMN head DROP EXPRESSION,
      ALTER COLUMN search DROP EXPRESSION,
      ALTER COLUMN head SET NOT NULL,
      ALTER COLUMN search SET NOT NULL
  `.execute(db);
  await sql`ALTER TABLE search_document ALTER COLUMN language DROP DEFAULT`.execute(db);
  await sql`CREATE INDEX search_document_language ON search_document (organisation_id, language)`.execute(db);
}
