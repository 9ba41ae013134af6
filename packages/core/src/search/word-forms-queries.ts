import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { preparedBy } from '../sql/prepared.ts';
import type { Language } from './language.ts';
import { KEPT } from './lexeme.ts';
import { keep } from '../kernel/keep.ts';

/** A word as the dictionaries of the index write it, in every language and without accents. */
export type WordForms = { readonly word: string; readonly forms: readonly string[]; readonly folded: string };

/** About half a megabyte. */
const MOST_REMEMBERED = 2000;

/**
 * What the dictionaries of the index make of words. They never make anything else of the same word, and texts share most
 * of theirs, so PostgreSQL is asked once for each that comes back often.
 */
export function wordForms(
  db: Kysely<Database>,
): (languages: readonly Language[], words: readonly string[]) => Promise<readonly WordForms[]> {
  const remembered = new Map<string, WordForms>();
  return async (languages, words) => {
    const inThem = languages.join();
    const key = (word: string) => `${inThem} ${word}`;
    const known = words.flatMap((word) => remembered.get(key(word)) ?? []);
    if (known.length === words.length) return known;

    const met = new Set(known.map(({ word }) => word));
    const unknown = words.filter((word) => !met.has(word));
    const asked = await formsQuery(languages)(db, { words: unknown });
    for (const one of asked) {
      if (one.word.length <= KEPT.longest) keep(remembered, MOST_REMEMBERED, { key: key(one.word), value: one });
    }
    return [...known, ...asked];
  };
}

const formsQuery = preparedBy<readonly Language[], { readonly words: readonly string[] }, WordForms>(
  (languages) => languages.join(),
  (languages, { words }) => sql`
    SELECT word, tsvector_to_array(${formsIn(languages)}) AS forms, copse_fold(word) AS folded
    FROM unnest(${words}::text[]) AS word
  `,
);

const formsIn = (languages: readonly Language[]) =>
  sql.join(
    languages.map((language) => sql`to_tsvector(${sql.lit(`copse_${language}`)}, word)`),
    sql` || `,
  );
