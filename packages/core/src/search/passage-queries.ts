import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared, preparedBy } from '../sql/prepared.ts';
import type { Language } from './language.ts';
import { lexemesOf } from './lexeme.ts';
import { holdsOne, wordsToTry } from './passage.ts';
import type { Hit } from './view.ts';

/** Characters of a text that are read at once: most matches stand near the beginning. */
export const NEAR = 3000;
const FAR = 20_000;

/**
 * Which words of the texts are what was looked for, by the dictionaries of the index. Asked once for all texts and for
 * few of their words: PostgreSQL would take longer to mark them in each text than to find the texts.
 */
async function foundWords(
  db: Kysely<Database>,
  languages: readonly Language[],
  words: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const lexemes = lexemesOf(words);
  const tries = wordsToTry(texts, lexemes);
  if (tries.length === 0) return [];
  const rows = await foundQuery(languages)(db, {
    tries,
    whole: lexemes.filter(({ begins }) => !begins).map(({ word }) => word),
    begun: lexemes.filter(({ begins }) => begins).map(({ word }) => word),
  });
  return rows.map(({ word }) => word);
}

type Tried = {
  readonly tries: readonly string[];
  readonly whole: readonly string[];
  readonly begun: readonly string[];
};

const foundQuery = preparedBy<readonly Language[], Tried, { readonly word: string }>(
  (languages) => languages.join(),
  (languages, { tries, whole, begun }) => sql`
    SELECT word FROM unnest(${tries}::text[]) AS word
    WHERE tsvector_to_array(${formsIn(languages)}) && ${whole}::text[]
      OR EXISTS (SELECT FROM unnest(${begun}::text[]) AS beginning WHERE starts_with(copse_fold(word), beginning))
  `,
);

/** The word in the forms of each language. */
const formsIn = (languages: readonly Language[]) =>
  sql.join(
    languages.map((language) => sql`to_tsvector(${sql.lit(`copse_${language}`)}, word)`),
    sql` || `,
  );

type Where = { readonly kinds: readonly string[]; readonly ids: readonly string[] };

const farQuery = prepared<Where, { readonly id: string; readonly text: string }>(
  ({ kinds, ids }) => sql`
    SELECT document.ref_id AS id, left(document.body, ${sql.lit(FAR)}) AS text
    FROM unnest(${kinds}::text[], ${ids}::uuid[]) AS wanted(kind, id)
    JOIN search_document AS document ON document.kind = wanted.kind AND document.ref_id = wanted.id
  `,
);

/** `marks` are the words to be marked, in small letters. */
export type Marked = { readonly hits: readonly Hit[]; readonly marks: readonly string[] };

/** What is to be marked in the hits. Of long texts whose beginning holds nothing of it, more is read. */
export async function markWords(
  db: Kysely<Database>,
  languages: readonly Language[],
  words: string,
  hits: readonly Hit[],
): Promise<Marked> {
  const textsOf = (some: readonly Hit[]) => some.flatMap(({ title, text }) => [title, text]);
  const near = await foundWords(db, languages, words, textsOf(hits));
  const unmarked = hits.filter(({ text, length }) => length > NEAR && !holdsOne(text, near));
  if (unmarked.length === 0) return { hits, marks: near };

  const rows = await farQuery(db, { kinds: unmarked.map(({ kind }) => kind), ids: unmarked.map(({ id }) => id) });
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  const far = await foundWords(db, languages, words, [...texts.values()]);
  return {
    hits: hits.map((hit) => ({ ...hit, text: texts.get(hit.id) ?? hit.text })),
    marks: [...new Set([...near, ...far])],
  };
}
