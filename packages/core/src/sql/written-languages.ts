import { type RawBuilder, sql } from 'kysely';

/** A query with many languages in it takes long, and hardly anybody writes in more of them. */
const MOST = 6;
/** Whether there are more documents than that in a language is not looked at. */
const COUNTED = 50;

/**
 * The languages that the organisation's texts are indexed in, as a subquery with one column, `language`: those with most
 * texts. Goes from one language to the next in the index, without reading what is between.
 */
export const writtenLanguages = (organisationId: string): RawBuilder<unknown> => sql`(
  WITH RECURSIVE written AS (
    (SELECT language FROM search_document WHERE organisation_id = ${organisationId} ORDER BY language LIMIT 1)
    UNION ALL
    SELECT (
      SELECT next.language FROM search_document AS next
      WHERE next.organisation_id = ${organisationId} AND next.language > written.language
      ORDER BY next.language LIMIT 1
    ) FROM written WHERE written.language IS NOT NULL
  )
  SELECT language FROM written CROSS JOIN LATERAL (
    SELECT count(*) AS texts FROM (
      SELECT FROM search_document AS text
      WHERE text.organisation_id = ${organisationId} AND text.language = written.language LIMIT ${sql.lit(COUNTED)}
    ) AS few
  ) AS counted
  WHERE language IS NOT NULL ORDER BY texts DESC, language LIMIT ${sql.lit(MOST)}
)`;

/** The text search configuration of a language, for a column or value that says the language. */
export const wordFormsOf = (language: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`('copse_' || ${language})::regconfig`;
