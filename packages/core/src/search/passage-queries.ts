import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { ANGLES, FOUND_BEGINS, FOUND_ENDS, type Hit } from './view.ts';

/** Characters of a text that are cut into passages at once: cutting is slow, and most matches stand near the beginning. */
const NEAR = 800;
const FAR = 20_000;
const MARKS = `StartSel=${FOUND_BEGINS}, StopSel=${FOUND_ENDS}, MaxFragments=1, MaxWords=32, MinWords=14`;

/** The best passage of `document` in its first few thousand characters. */
export const passageOf = (words: string, length = NEAR) => sql`
  ts_headline('copse_english', translate(left(document.body, ${sql.lit(length)}), '<>', ${sql.lit(ANGLES)}),
    ${words}::tsquery, ${sql.lit(MARKS)})`;

type Where = { readonly words: string; readonly kinds: readonly string[]; readonly ids: readonly string[] };

const inWhole = prepared<Where, Pick<Hit, 'id' | 'passage'>>(
  ({ words, kinds, ids }) => sql`
    SELECT document.ref_id AS id, ${passageOf(words, FAR)} AS passage
    FROM unnest(${kinds}::text[], ${ids}::uuid[]) AS wanted(kind, id)
    JOIN search_document AS document ON document.kind = wanted.kind AND document.ref_id = wanted.id
  `,
);

/** Looks further into long texts whose beginning holds nothing that was looked for. */
export async function wholePassages(
  db: Kysely<Database>,
  words: string,
  hits: readonly Hit[],
): Promise<readonly Hit[]> {
  const unmarked = hits.filter(({ passage, length }) => length > NEAR && !passage.includes(FOUND_BEGINS));
  if (unmarked.length === 0) return hits;
  const rows = await inWhole(db, {
    words,
    kinds: unmarked.map(({ kind }) => kind),
    ids: unmarked.map(({ id }) => id),
  });
  const passages = new Map(rows.map(({ id, passage }) => [id, passage]));
  return hits.map((hit) => ({ ...hit, passage: passages.get(hit.id) ?? hit.passage }));
}
