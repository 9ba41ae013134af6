import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { likelyBegun, wordsToCheck } from '../kernel/spelling.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';

/** For each word that was typed: itself, and the words that it was probably meant to be. */
export type Meant = readonly (readonly string[])[];

/** Similar enough (pg_trgm, 0 to 1) to be looked at more closely; lower than usual, for words with swapped letters. */
const LOOKS_ALIKE = 0.2;
const LOOK_ALIKES = 60;
const MOST_MEANT = 3;

/**
 * Reads typing errors out of what the viewer may see: names, topics and what communities are about. Likeness by groups
 * of letters (which takes «acessibility» for «sustainability») only chooses what is looked at; slips of the finger
 * decide.
 */
export async function meantBy(db: Kysely<Database>, actor: Actor, q: string): Promise<Meant> {
  const typed = wordsToCheck(q);
  if (typed.length === 0) return [];
  const { rows } = await sql<{ typed: string; word: string | null }>`
    WITH known AS MATERIALIZED (
      SELECT DISTINCT word
      FROM community
      CROSS JOIN LATERAL regexp_split_to_table(
        copse_fold(concat_ws(' ', community.name, copse_words(community.topics), community.purpose)),
        '[^[:alnum:]]+') AS word
      WHERE ${visibleCommunity(actor)} AND length(word) > 2
    )
    SELECT typed.word AS typed, alike.word
    FROM unnest(${typed}::text[]) AS typed(word)
    LEFT JOIN LATERAL (
      SELECT known.word FROM known
      WHERE greatest(similarity(known.word, typed.word), word_similarity(typed.word, known.word)) >= ${LOOKS_ALIKE}
      ORDER BY similarity(known.word, typed.word) DESC, known.word LIMIT ${LOOK_ALIKES}
    ) AS alike ON true
    WHERE numnode(plainto_tsquery('english', typed.word)) > 0
  `.execute(db);
  // Words that say nothing («the», «there») are nobody's typing error, and are left out.
  return [...Map.groupBy(rows, (row) => row.typed)].map(([word, alike]) => {
    const known = alike.flatMap((row) => row.word ?? []);
    return [word, ...likelyBegun(word, known, MOST_MEANT)];
  });
}
