import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Corrections } from './ports.ts';

/**
 * What somebody typed, as a tsquery in text form. Made once and passed on as a value: within a search it would be made
 * anew for every row. Undefined where nothing is left to look for (only «the» and «of»).
 */
export type Words = string | undefined;

type Row = { readonly words: string };
const first = ([row]: readonly Row[]): Words => row?.words || undefined;

/** Ends in a word that may still be being typed. */
const BEGUN = /^([\p{L}\p{N}\s]*?)([\p{L}\p{N}]{2,})$/u;

/**
 * `typed`: "exact phrases", or, and -without; in English word forms, or literally. `begun`: the same, and the last word
 * may be the beginning of one; undefined where the query does not end in a plain word.
 */
export async function wordsOf(db: Kysely<Database>, q: string): Promise<{ typed: Words; begun: Words }> {
  const [, before = '', last] = BEGUN.exec(q) ?? [];
  const isBegun = last !== undefined && (before === '' || /\s$/u.test(before));
  const [row] = await bothQuery(db, { q, before, last: isBegun ? last : null });
  return { typed: row?.typed || undefined, begun: row?.begun || undefined };
}

/** The words of a title that is being typed. */
export async function titleWords(db: Kysely<Database>, q: string): Promise<Words> {
  const words = q.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const last = words.pop();
  // One letter begins a word of nearly everything.
  if (last === undefined || (words.length === 0 && last.length < 2)) return undefined;
  return first(await ofTitle(db, { before: words.join(' '), last }));
}

/** Every word, or one of those that it was probably meant to be. */
export async function correctedWords(db: Kysely<Database>, corrections: Corrections): Promise<Words> {
  const words = corrections.map(
    (meant) =>
      sql`(${sql.join(
        meant.map((word) => sql`plainto_tsquery('english', ${word})`),
        sql` || `,
      )})`,
  );
  const { rows } = await sql<Row>`SELECT (${sql.join(words, sql` && `)})::text AS words`.execute(db);
  return first(rows);
}

const asTyped = (q: string) =>
  sql`(websearch_to_tsquery('english', copse_fold(${q})) || websearch_to_tsquery('simple', copse_fold(${q})))`;

// Quoted, because taking the accents off can leave marks behind: ŉ becomes 'n.
const beginning = (last: string | null, weight: RawBuilder<unknown>) =>
  sql`to_tsquery('simple', '''' || regexp_replace(copse_fold(${last}), '[''\\\\]', ' ', 'g') || ${weight})`;

type Both = { readonly typed: string; readonly begun: string | null };

// Words that say nothing (the, of) make an empty query, which && leaves out.
const bothQuery = prepared<{ q: string; before: string; last: string | null }, Both>(
  ({ q, before, last }) => sql`
    SELECT typed::text AS typed, (typed ||
      (websearch_to_tsquery('english', copse_fold(${before})) && ${beginning(last, sql`''':*'`)}))::text AS begun
    FROM (SELECT ${asTyped(q)} AS typed) AS query`,
);

const ofTitle = prepared<{ before: string; last: string }, Row>(
  ({ before, last }) => sql`
    SELECT (plainto_tsquery('simple', copse_fold(${before})) && ${beginning(last, sql`''':*A'`)})::text AS words`,
);
