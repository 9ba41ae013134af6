import { type Kysely, type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visiblePractice, visibleQuestion, type Viewer } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import { veiledItems } from '../trust/veiled-queries.ts';
import { fromQuestions, questionCardColumns } from './card-queries.ts';
import { readHistory } from './history-queries.ts';
import { listQuestions } from './list-queries.ts';
import { marksOf } from './mark.ts';
import type { QuestionViews } from './ports.ts';
import { findSimilar } from './similar-queries.ts';
import { standingColumns } from './standing-queries.ts';
import { type QuestionPageRow, viewQuestion } from './view.ts';

/** Answers and comments that one page shows; the counts tell of the rest. */
const ANSWERS_SHOWN = 100;
const COMMENTS_SHOWN = 500;

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing; readonly now: () => Date };

export function sqlQuestionViews({ db, sealing, now }: Deps): QuestionViews {
  return {
    async see(actor, id) {
      const { meToo, helped } = marksOf(sealing, actor.personId, id);
      const [row] = await pageById(actor)(db, { ...actor, id, meToo, helped });
      return row && viewQuestion(actor, row, { sealing, now: now() });
    },
    list: (actor, query) => listQuestions({ db, sealing }, actor, query),
    similar: (actor, query) => findSimilar({ db, sealing }, actor, query),
    history: (actor, id) => readHistory({ db, sealing }, actor, id),
  };
}

type Places = Viewer & {
  readonly id: string;
  readonly meToo: readonly Uint8Array[];
  readonly helped: readonly Uint8Array[];
};

/** One round trip for a whole page: every part of it is one aggregated read by an index on the question. */
const pageById = preparedBy<Guest, Places, QuestionPageRow>(byGuest, (look, places) => {
  const viewer = viewerOf(look, places);
  return sql<QuestionPageRow>`
    SELECT ${questionCardColumns(viewer)}, ${standingColumns(viewer)}, ${visibleQuestion(viewer)} AS visible,
      question.details, question.edited_at, question.closed_at, question.close_reason, question.close_note,
      question.kept_as, question.asked_count, question.accepted_answer_id IS NOT NULL AS accepted, question.revision,
      EXISTS (SELECT FROM consulted k WHERE k.question_id = question.id) AS ever_asked,
      EXISTS (SELECT FROM me_too t WHERE t.question_id = question.id AND t.mark = ANY(${places.meToo}::bytea[])) AS me_too,
      ${veiledItems} AS veiled, ${answersShown(places)} AS answers, ${commentsShown} AS comments,
      ${originalOf(viewer)} AS original, ${practiceOf(viewer)} AS practice
    FROM ${fromQuestions}
    WHERE question.id = ${places.id} AND question.organisation_id = ${viewer.organisationId}
      AND (question.sealed_author IS NOT NULL OR ${visibleQuestion(viewer)})
  `;
});

/** The accepted one first, then the most helpful, then the oldest. */
const answersShown = ({ helped }: Places): RawBuilder<unknown> => sql`
  (SELECT json_agg(a ORDER BY a.accepted DESC, a.helped_count DESC, a.at, a.id) FROM (
    SELECT i.id, i.text, i.at, i.edited_at, i.helped_count, i.hidden_at IS NOT NULL AS hidden,
      coalesce(i.id = question.accepted_answer_id, false) AS accepted,
      CASE WHEN p.id IS NOT NULL THEN ${personJson('p')} END AS person,
      EXISTS (SELECT FROM helped h WHERE h.answer_id = i.id AND h.mark = ANY(${helped}::bytea[])) AS helped_me
    FROM answer i LEFT JOIN person p ON p.id = i.author_id
    WHERE i.question_id = question.id
    ORDER BY accepted DESC, i.helped_count DESC, i.at, i.id LIMIT ${sql.lit(ANSWERS_SHOWN)}) a)`;

const commentsShown: RawBuilder<unknown> = sql`
  (SELECT json_agg(c ORDER BY c.at, c.id) FROM (
    SELECT i.id, i.answer_id, i.text, i.at, i.hidden_at IS NOT NULL AS hidden,
      CASE WHEN p.id IS NOT NULL THEN ${personJson('p')} END AS person
    FROM comment i LEFT JOIN person p ON p.id = i.author_id
    WHERE i.question_id = question.id AND i.removed_at IS NULL
    ORDER BY i.at, i.id LIMIT ${sql.lit(COMMENTS_SHOWN)}) c)`;

/** The question that has the answer, where the viewer may see it. */
const originalOf = (viewer: Viewer): RawBuilder<unknown> => sql`
  (SELECT found.one FROM (SELECT question.duplicate_of AS id) link
    CROSS JOIN LATERAL (
      SELECT json_build_object('id', question.id, 'title', question.title) AS one
      FROM question JOIN community ON community.id = question.community_id
      WHERE question.id = link.id AND ${visibleQuestion(viewer)}) found)`;

/** The practice that was composed from it, where the viewer may see it: a draft is for its authors and stewards. */
const practiceOf = (viewer: Viewer): RawBuilder<unknown> => sql`
  (SELECT json_build_object('id', practice.id, 'title', practice.title)
    FROM practice JOIN community ON community.id = practice.community_id
    WHERE practice.id = question.kept_as AND ${visiblePractice(viewer)})`;
