import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Language } from './language.ts';
import { lexemesOf } from './lexeme.ts';
import { type Finder, finderOf, holdsOne, wordsToTry } from './passage.ts';
import type { Hit } from './view.ts';
import type { wordForms } from './word-forms-queries.ts';

/** Characters of a text that are read at once: most matches stand near the beginning. */
export const NEAR = 3000;
const FAR = 20_000;

/** Which words of the texts are what was looked for, in small letters. */
async function foundWords(
  { languages, formsOf }: Marking,
  words: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const lexemes = lexemesOf(words);
  const whole = new Set(lexemes.filter(({ begins }) => !begins).map(({ word }) => word));
  const begun = lexemes.filter(({ begins }) => begins);
  return (await formsOf(languages, wordsToTry(texts, lexemes)))
    .filter(
      ({ forms, folded }) => forms.some((form) => whole.has(form)) || begun.some(({ word }) => folded.startsWith(word)),
    )
    .map(({ word }) => word);
}

type Where = { readonly kinds: readonly string[]; readonly ids: readonly string[] };

const farQuery = prepared<Where, Pick<Hit, 'id' | 'text' | 'goes_on'>>(
  ({ kinds, ids }) => sql`
    SELECT document.ref_id AS id, left(document.body, ${sql.lit(FAR)}) AS text,
      length(document.body) > ${sql.lit(FAR)} AS goes_on
    FROM unnest(${kinds}::text[], ${ids}::uuid[]) AS wanted(kind, id)
    JOIN search_document AS document ON document.kind = wanted.kind AND document.ref_id = wanted.id
  `,
);

/** `find` finds the words that are to be marked. */
export type Marked = { readonly hits: readonly Hit[]; readonly find: Finder };

export type Marking = {
  readonly db: Kysely<Database>;
  readonly languages: readonly Language[];
  readonly formsOf: ReturnType<typeof wordForms>;
};

/**
 * What is to be marked in the hits: few of their words are compared, for PostgreSQL would take longer to mark them in
 * each text than to find the texts. Of long texts whose beginning holds nothing of it, more is read.
 */
export async function markWords(marking: Marking, words: string, hits: readonly Hit[]): Promise<Marked> {
  const textsOf = (some: readonly Hit[]) => some.flatMap(({ title, text }) => [title, text]);
  const near = await foundWords(marking, words, textsOf(hits));
  const find = finderOf(near);
  const unmarked = hits.filter(({ text, goes_on }) => goes_on && !holdsOne(text, find));
  if (unmarked.length === 0) return { hits, find };

  const rows = await farQuery(marking.db, {
    kinds: unmarked.map(({ kind }) => kind),
    ids: unmarked.map(({ id }) => id),
  });
  const texts = new Map(rows.map((row) => [row.id, row]));
  const far = await foundWords(
    marking,
    words,
    rows.map(({ text }) => text),
  );
  return {
    hits: hits.map((hit) => ({ ...hit, ...texts.get(hit.id) })),
    find: finderOf([...new Set([...near, ...far])]),
  };
}
