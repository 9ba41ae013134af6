import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import type { ImpactQueries } from './ports.ts';

type Row = {
  readonly of: number;
  readonly responded: number;
  readonly response_seconds: number | null;
  readonly accepted: number;
  readonly accepted_seconds: number | null;
};

/**
 * Over all questions of the community that stewards have not hidden, whoever may read them: everybody gets the same
 * figures. Whether an anonymous answer is the asker's own cannot be told, so it counts as somebody else's; an anonymous
 * comment under an anonymous question does not count, because that is how an asker adds to their question.
 */
export function sqlImpact({ db }: { readonly db: Kysely<Database> }): ImpactQueries {
  return {
    async measure(viewer, communityId, { from, to }) {
      const { rows } = await sql<Row>`
        WITH asked AS (
          SELECT question.id, question.author_id, question.asked_at, accepted.at AS accepted_at
          FROM question LEFT JOIN answer AS accepted ON accepted.id = question.accepted_answer_id
          WHERE question.community_id = ${communityId}::uuid AND question.hidden_at IS NULL
            AND (${from ?? null}::timestamptz IS NULL OR question.asked_at >= ${from ?? null}::timestamptz)
            AND (${to ?? null}::timestamptz IS NULL OR question.asked_at < ${to ?? null}::timestamptz)
        ), timed AS (
          SELECT extract(epoch FROM accepted_at - asked_at)::float AS to_accepted,
            extract(epoch FROM least(
              (SELECT min(answer.at) FROM answer WHERE answer.question_id = asked.id AND answer.hidden_at IS NULL
                AND (answer.author_id IS NULL OR answer.author_id IS DISTINCT FROM asked.author_id)),
              (SELECT min(comment.at) FROM comment WHERE comment.question_id = asked.id AND comment.hidden_at IS NULL
                AND comment.removed_at IS NULL AND comment.author_id IS DISTINCT FROM asked.author_id)
            ) - asked_at)::float AS to_response
          FROM asked
        )
        SELECT count(timed.*)::int AS of,
          count(to_response)::int AS responded, percentile_cont(0.5) WITHIN GROUP (ORDER BY to_response) AS response_seconds,
          count(to_accepted)::int AS accepted, percentile_cont(0.5) WITHIN GROUP (ORDER BY to_accepted) AS accepted_seconds
        FROM community LEFT JOIN timed ON true
        WHERE community.id = ${communityId}::uuid AND ${visibleCommunity(viewer)}
        GROUP BY community.id
      `.execute(db);
      const [row] = rows;
      return (
        row && {
          of: row.of,
          toFirstResponse: { questions: row.responded, medianSeconds: row.response_seconds ?? undefined },
          toAcceptedAnswer: { questions: row.accepted, medianSeconds: row.accepted_seconds ?? undefined },
        }
      );
    },
  };
}
