import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleQuestion, type Viewer } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import { questionCardColumns } from './card-queries.ts';
import { type QuestionCardRow, viewQuestionCard } from './card-view.ts';
import type { SimilarQuestions, SimilarQuestionsQuery } from './contract.ts';

/** Questions shown; candidates that are compared; words of the title that are looked for, the rarest first. */
const SHOWN = 5;
const COMPARED = 400;
const WORDS = 4;
/** Less alike than this is not worth a reader's look (0 to 1). Two titles that share one word by the way have about 0.15. */
const LIKE_ENOUGH = 0.18;

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing };

/**
 * Questions that may have been asked before, answered ones first.
 *
 * Bounded however many questions there are: candidates come from the index by the rarest words of the title, at most 400
 * are compared by their spelling. Where no word is known, titles that are spelt alike are looked for instead.
 */
export async function findSimilar(
  { db, sealing }: Deps,
  actor: Actor,
  { title, communityId }: SimilarQuestionsQuery,
): Promise<SimilarQuestions> {
  const places = { ...actor, title, communityId };
  const look = { guest: actor.guest, near: communityId !== undefined };
  const byWords = await similar({ ...look, how: 'words' })(db, places);
  const rows = byWords.length > 0 ? byWords : await similar({ ...look, how: 'spelling' })(db, places);
  return { items: rows.map((row) => viewQuestionCard(sealing, actor, row)) };
}

type Look = Guest & { readonly how: 'words' | 'spelling'; readonly near: boolean };
type Places = Viewer & { readonly title: string; readonly communityId: string | undefined };

/** How common a word is, as PostgreSQL's own statistics of the column know it; what they do not list is rare. */
const rarestWords = (title: string) => sql`(
  SELECT string_agg(quote_literal(w.lexeme), ' | ')::tsquery FROM (
    SELECT l.lexeme FROM unnest(to_tsvector('english', copse_fold(${title}::text))) l
    LEFT JOIN LATERAL (
      SELECT e.frequency FROM pg_stats s
      CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e(lexeme, frequency)
      WHERE s.schemaname = current_schema() AND s.tablename = 'question' AND s.attname = 'search'
        AND e.lexeme = l.lexeme LIMIT 1) known ON true
    ORDER BY coalesce(known.frequency, 0), length(l.lexeme) DESC LIMIT ${sql.lit(WORDS)}) w)`;

const similar = preparedBy<Look, Places, QuestionCardRow>(
  ({ guest, how, near }) => `${guest} ${how} ${near}`,
  (look, places) => {
    const viewer = viewerOf(look, places);
    const { title, communityId } = places;
    const looked =
      look.how === 'words'
        ? sql`question.search @@ ${rarestWords(title)}`
        : sql`question.folded_title % copse_fold(${title}::text)`;
    const nearby = look.near ? sql`(question.community_id = ${communityId}::uuid)::integer * 0.1` : sql`0`;
    return sql<QuestionCardRow>`
      SELECT ${questionCardColumns(viewer)}
      FROM (
        SELECT c.id, c.solved, c.alike + c.nearby AS alike FROM (
          SELECT question.id, question.state IN ('answered', 'accepted', 'kept') AS solved,
            ${nearby} AS nearby,
            similarity(question.folded_title, copse_fold(${title}::text))
              + least(0.4, ts_rank(question.search, plainto_tsquery('english', copse_fold(${title}::text)))) AS alike
          FROM question JOIN community ON community.id = question.community_id
          WHERE ${looked} AND ${visibleQuestion(viewer)} AND question.state <> 'duplicate'
          LIMIT ${sql.lit(COMPARED)}) c
        WHERE c.alike >= ${sql.lit(LIKE_ENOUGH)}
        ORDER BY c.solved DESC, c.alike + c.nearby DESC LIMIT ${sql.lit(SHOWN)}) best
      JOIN question ON question.id = best.id
      JOIN community ON community.id = question.community_id
      LEFT JOIN person asker ON asker.id = question.author_id
      ORDER BY best.solved DESC, best.alike DESC, question.id
    `;
  },
);
