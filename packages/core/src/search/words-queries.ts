import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared, preparedBy } from '../sql/prepared.ts';
import type { Language } from './language.ts';
import { isKept } from './lexeme.ts';
import type { Corrections } from './ports.ts';
import { keep } from '../kernel/keep.ts';

/**
 * What somebody typed, as a tsquery in text form. Made once and passed on as a value: within a search it would be made
 * anew for every row. Undefined where nothing is left to look for (only «the» and «of», or only words that must not occur).
 */
export type Words = string | undefined;

type Row = { readonly words: string | null };
const first = ([row]: readonly Row[]): Words => row?.words || undefined;

/** Ends in a word that may still be being typed. */
const BEGUN = /^([\p{L}\p{N}\s]*?)([\p{L}\p{N}]{2,})$/u;

type Made = { readonly typed: Words; readonly begun: Words; readonly unfinished: boolean };

/** About half a megabyte. Queries are short (see the contract), and longer ones are made anew. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 60;

/**
 * `typed`: "exact phrases", or, and -without; in the word forms of one of the languages, or literally. `begun`: the same,
 * and the last word may be the beginning of one; undefined where the query does not end in a plain word. `unfinished`:
 * nobody in the organisation has written that last word like that, so that it is the beginning of one, or misspelt.
 *
 * PostgreSQL is asked once for what is typed again and again: by many people, for another kind, for the next page.
 */
export function askedWords(db: Kysely<Database>): (typed: Typed) => Promise<Made> {
  const remembered = new Map<string, Made>();
  return async (typed) => {
    const key = `${typed.organisationId} ${typed.languages.join()} ${typed.q}`;
    const known = remembered.get(key);
    if (known) return known;
    const made = await makeWords(db, typed);
    // Somebody may write a word at any moment that nobody has written yet.
    if (!made.unfinished && typed.q.length <= LONGEST_REMEMBERED) {
      keep(remembered, MOST_REMEMBERED, { key, value: made });
    }
    return made;
  };
}

async function makeWords(db: Kysely<Database>, { organisationId, languages, q }: Typed): Promise<Made> {
  const [, before = '', last] = BEGUN.exec(q) ?? [];
  const isBegun = last !== undefined && (before === '' || /\s$/u.test(before));
  const [row] = await bothQuery(languages)(db, { organisationId, q, before, last: isBegun ? last : null });
  const typed = row?.typed || undefined;
  const begun = row?.begun ? [typed, row.begun].filter(Boolean).join(' | ') : undefined;
  return { typed, begun, unfinished: isBegun && isKept(last) && row?.known === false };
}

type Typed = { readonly organisationId: string; readonly languages: readonly Language[]; readonly q: string };

/** The words of a title that is being typed. */
export async function titleWords(db: Kysely<Database>, q: string): Promise<Words> {
  const words = q.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const last = words.pop();
  // One letter begins a word of nearly everything.
  if (last === undefined || (words.length === 0 && last.length < 2)) return undefined;
  return first(await ofTitle(db, { before: words.join(' '), last }));
}

/** Every word, or one of those that it was probably meant to be. */
export async function correctedWords(
  db: Kysely<Database>,
  languages: readonly Language[],
  corrections: Corrections,
): Promise<Words> {
  const words = corrections.map((meant) =>
    oneOf(
      meant.flatMap((word) => languages.map((language) => sql`plainto_tsquery(${formsOf(language)}, ${word}::text)`)),
    ),
  );
  const { rows } = await sql<Row>`
    SELECT string_agg('(' || one || ')', ' & ') AS words FROM unnest(ARRAY[${sql.join(words)}]) AS one`.execute(db);
  return first(rows);
}

const formsOf = (language: Language) => sql.lit(`copse_${language}`);

/**
 * Any of these queries, each once: languages share many of their words. A query without a word in it, or with none that
 * must occur, is none.
 */
const oneOf = (queries: readonly RawBuilder<unknown>[]) => sql<string | null>`(
  SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ')
  FROM (VALUES ${sql.join(queries.map((query) => sql`(${query})`))}) AS made (query)
  WHERE querytree(query) NOT IN ('', 'T')
)`;

// Quoted, because taking the accents off can leave marks behind: ŉ becomes 'n.
const beginning = (last: string | null, weight: RawBuilder<unknown>) =>
  sql`to_tsquery('simple', '''' || regexp_replace(copse_fold(${last}), '[''\\\\]', ' ', 'g') || ${weight})`;

type Asked = Omit<Typed, 'languages'> & { readonly before: string; readonly last: string | null };
type Both = { readonly typed: string | null; readonly begun: string | null; readonly known: boolean };

const bothQuery = preparedBy<readonly Language[], Asked, Both>(
  (languages) => languages.join(),
  (languages, { organisationId, q, before, last }) => {
    const literally = languages.includes('simple') ? languages : [...languages, 'simple' as const];
    const typed = literally.map((language) => sql`websearch_to_tsquery(${formsOf(language)}, ${q})`);
    // Words that say nothing (the, of) make an empty query, which && leaves out.
    const begun = languages.map(
      (language) => sql`websearch_to_tsquery(${formsOf(language)}, ${before}) && ${beginning(last, sql`''':*'`)}`,
    );
    return sql`SELECT ${oneOf(typed)} AS typed, ${oneOf(begun)} AS begun, EXISTS (
      SELECT FROM search_word WHERE organisation_id = ${organisationId} AND word = copse_fold(${last})) AS known`;
  },
);

const ofTitle = prepared<{ before: string; last: string }, Row>(
  ({ before, last }) => sql`
    SELECT (plainto_tsquery('simple', copse_fold(${before})) && ${beginning(last, sql`''':*A'`)})::text AS words`,
);
