import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { Subscriber } from '../sql/subscriber.ts';

/**
 * Keeps what people can and have shown to know, by community and topic. It is counted anew for whoever a fact concerns,
 * from what stands in the records then, so that facts may come in any order; what was written anonymously counts for
 * nobody, and a service account knows nothing.
 */
export const expertiseSubscriber: Subscriber = {
  name: 'expertise',
  on: [
    'answer.given',
    'answer.accepted',
    'answer.acceptance-taken-back',
    'question.edited',
    'question.moved',
    'practice.endorsed',
    'practice.endorsement-taken-back',
    'practice.life-changed',
    'practice.credited',
    'practice.credit-removed',
    'practice.edited',
    'person.edited',
    'consultation.asked',
    'membership.joined',
    'membership.left',
    'membership.removed',
  ],
  async handle(tx, { personId, creditedId, questionId, practiceId }) {
    const people = new Set([personId, creditedId].filter((id) => typeof id === 'string'));
    if (typeof questionId === 'string') for (const id of await answerersOf(tx, questionId)) people.add(id);
    if (typeof practiceId === 'string') for (const id of await authorsOf(tx, practiceId)) people.add(id);
    await countExpertise(tx, [...people]);
  },
};

/** A question that half a company answers concerns the first hundred. */
const MOST = 100;

async function answerersOf(tx: Transaction<Database>, questionId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('answer')
    .select('author_id')
    .distinct()
    .where('question_id', '=', questionId)
    .where('author_id', 'is not', null)
    .limit(MOST)
    .execute();
  return rows.flatMap(({ author_id }) => author_id ?? []);
}

async function authorsOf(tx: Transaction<Database>, practiceId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('practice_credit')
    .select('person_id')
    .where('practice_id', '=', practiceId)
    .limit(MOST)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/**
 * Counts anew; `score` is `expertScore()` of one topic, which a test compares. Whoever is counted draws a new lot, which
 * decides among equals.
 */
export async function countExpertise(tx: Transaction<Database>, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  // Two relays that count the same person wait for each other, always in the same order.
  await sql`SELECT id FROM person WHERE id = ANY(${people}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(tx);
  await sql`DELETE FROM expertise WHERE person_id = ANY(${people}::uuid[])`.execute(tx);
  await sql`
    INSERT INTO expertise (community_id, topic, person_id, accepted, answers, practices, teaches, practises, score, lot)
    SELECT community_id, topic, person_id, accepted, answers, practices, teaches, practises,
      3 * log(2, 1 + accepted) + 2 * log(2, 1 + practices) + 0.5 * log(2, 1 + answers)
        + CASE WHEN teaches THEN 3 WHEN practises THEN 2 ELSE 0 END,
      random()
    FROM (
      SELECT community_id, topic, person_id, sum(accepted)::integer AS accepted, sum(answers)::integer AS answers,
        sum(practices)::integer AS practices, bool_or(level = 'can-teach') IS TRUE AS teaches,
        bool_or(level = 'practises') IS TRUE AS practises
      FROM (
        SELECT question.community_id, topic, answer.author_id AS person_id,
          (question.accepted_answer_id IS NOT DISTINCT FROM answer.id)::integer AS accepted, 1 AS answers, 0 AS practices, NULL AS level
        FROM answer JOIN question ON question.id = answer.question_id CROSS JOIN unnest(question.topics) AS topic
        WHERE answer.author_id = ANY(${people}::uuid[]) AND answer.hidden_at IS NULL
        UNION ALL
        SELECT practice.community_id, topic, credit.person_id, 0, 0, 1, NULL
        FROM practice_credit credit JOIN practice ON practice.id = credit.practice_id
        CROSS JOIN unnest(practice.topics) AS topic
        WHERE credit.person_id = ANY(${people}::uuid[]) AND credit.credit <> 'reviewer'
          AND practice.life IN ('endorsed', 'in-use', 'under-review') AND practice.endorsement_count > 0
        UNION ALL
        SELECT membership.community_id, skill.topic, skill.person_id, 0, 0, 0, skill.level
        FROM skill JOIN membership ON membership.person_id = skill.person_id
        WHERE skill.person_id = ANY(${people}::uuid[]) AND skill.level IN ('can-teach', 'practises')
      ) AS fact GROUP BY community_id, topic, person_id
    ) AS counted
    WHERE EXISTS (SELECT FROM membership JOIN person ON person.id = membership.person_id AND person.state = 'present'
        AND NOT person.service_account
      WHERE membership.community_id = counted.community_id AND membership.person_id = counted.person_id
        AND membership.state = 'member')
  `.execute(tx);
}

/** People who are counted in one transaction when they have been missed: imported ones, of whom no fact tells. */
const MISSED = 500;

/** Counts members with skills who have never been counted. Answers how many that were; again until none are left. */
export async function countMissedExpertise(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      SELECT DISTINCT membership.person_id AS id FROM membership
      JOIN skill ON skill.person_id = membership.person_id AND skill.level IN ('can-teach', 'practises')
      JOIN person ON person.id = membership.person_id AND person.state = 'present' AND NOT person.service_account
      WHERE membership.state = 'member' AND NOT EXISTS (SELECT FROM expertise
        WHERE expertise.community_id = membership.community_id AND expertise.topic = skill.topic
          AND expertise.person_id = membership.person_id)
      LIMIT ${sql.lit(MISSED)}
    `.execute(tx);
    await countExpertise(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}
