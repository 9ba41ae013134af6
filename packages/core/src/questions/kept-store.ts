import { sql } from 'kysely';
import type { Subscriber } from '../sql/subscriber.ts';

/**
 * A question counts as kept while the practice that was composed from it is no draft: only then can others read what was
 * learned. The practice's life is the practices' matter, so the question follows it.
 */
export const keptQuestions: Subscriber = {
  name: 'kept-questions',
  on: ['practice.life-changed'],
  async handle(tx, { type, practiceId, occurredAt }) {
    if (typeof practiceId !== 'string') throw new Error(`${type} does not say which practice changed`);
    await sql`
      WITH head AS (
        UPDATE question SET kept = practice.life <> 'draft',
          active_at = greatest(question.active_at, ${occurredAt}::timestamptz)
        FROM practice
        WHERE practice.id = ${practiceId} AND question.kept_as = practice.id AND question.kept <> (practice.life <> 'draft')
        RETURNING question.id, question.community_id, question.organisation_id, question.kept)
      INSERT INTO outbox (id, organisation_id, type, payload, occurred_at)
      SELECT gen_random_uuid(), head.organisation_id, 'question.kept', jsonb_build_object('questionId', head.id,
        'communityId', head.community_id, 'practiceId', ${practiceId}::text), ${occurredAt}::timestamptz
      FROM head WHERE head.kept
    `.execute(tx);
  },
};
