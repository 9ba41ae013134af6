import { sql } from 'kysely';
import type { Subscriber } from '../sql/subscriber.ts';

/** What is open about a question goes with it to another community, whose stewards look after it from then on. */
export const movedQuestions: Subscriber = {
  name: 'trust-moves',
  on: ['question.moved'],
  async handle(tx, { type, questionId, communityId }) {
    if (typeof questionId !== 'string' || typeof communityId !== 'string') throw new Error(`${type} does not say what`);
    const items = sql`(
      SELECT ${questionId}::uuid UNION ALL SELECT id FROM answer WHERE question_id = ${questionId}
      UNION ALL SELECT id FROM comment WHERE question_id = ${questionId})`;
    await sql`
      UPDATE report SET community_id = ${communityId} WHERE answered_at IS NULL AND subject_id IN ${items}
    `.execute(tx);
    await sql`
      UPDATE unmasking SET community_id = ${communityId} WHERE state = 'waiting' AND subject_id IN ${items}
    `.execute(tx);
  },
};
