import { type Kysely, sql } from 'kysely';
import type { CommunityId, PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { visibleQuestion } from '../sql/visibility.ts';
import type { PracticeVisibility } from './life.ts';
import type { QuestionSource } from './ports.ts';

type Row = {
  readonly id: string;
  readonly community_id: string;
  readonly title: string;
  readonly details: string;
  readonly topics: string[];
  readonly visibility: string;
  readonly kept_as: string | null;
  readonly accepted: { readonly text: string; readonly by: string | null } | null;
  readonly voices: readonly string[] | null;
};

/** What a practice can be composed from. Hidden words and people who are gone are left out. */
export const sqlQuestionSource = ({ db }: { readonly db: Kysely<Database> }): QuestionSource => ({
  async find(actor, id) {
    const { rows } = await sql<Row>`
      SELECT question.id, question.community_id, question.title, question.details, question.topics, question.visibility,
        question.kept_as,
        (SELECT json_build_object('text', a.text, 'by', p.id) FROM answer a
          LEFT JOIN person p ON p.id = a.author_id AND p.state = 'present'
          WHERE a.id = question.accepted_answer_id AND a.hidden_at IS NULL) AS accepted,
        (SELECT json_agg(v.author_id ORDER BY v.at, v.author_id) FROM (
          SELECT s.author_id, min(s.at) AS at FROM (
            SELECT question.author_id, question.asked_at AS at
            UNION ALL SELECT author_id, at FROM answer WHERE question_id = question.id AND hidden_at IS NULL
            UNION ALL SELECT author_id, at FROM comment
              WHERE question_id = question.id AND hidden_at IS NULL AND removed_at IS NULL) s
          JOIN person p ON p.id = s.author_id AND p.state = 'present' GROUP BY s.author_id) v) AS voices
      FROM question JOIN community ON community.id = question.community_id
      WHERE question.id = ${id} AND question.hidden_at IS NULL AND ${visibleQuestion(actor)}
    `.execute(db);
    const [row] = rows;
    return (
      row && {
        communityId: row.community_id as CommunityId,
        learned: {
          id: row.id as QuestionId,
          title: row.title,
          details: row.details,
          topics: row.topics,
          visibility: row.visibility as PracticeVisibility,
          accepted: row.accepted
            ? { text: row.accepted.text, by: (row.accepted.by ?? undefined) as PersonId | undefined }
            : undefined,
          voices: (row.voices ?? []) as PersonId[],
          keptAs: (row.kept_as ?? undefined) as PracticeId | undefined,
        },
      }
    );
  },
});
