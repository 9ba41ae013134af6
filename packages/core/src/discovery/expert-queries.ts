import { type Kysely, sql } from 'kysely';
import type { Puzzle } from '../consultations/ports.ts';
import type { WorkingHours } from '../identity/profile.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { LOAD, type Known } from './expert.ts';
import type { ExpertQueries } from './ports.ts';

type Row = {
  readonly id: string;
  readonly time_zone: string;
  readonly working_hours: WorkingHours;
  readonly known: readonly Known[] | null;
  readonly expert: boolean;
  readonly waiting: number;
};

export function sqlExpertQueries({ db }: { readonly db: Kysely<Database> }): ExpertQueries {
  return {
    async candidates({ questionId, communityId, topics, askers }, now) {
      const rows = await candidatesQuery(db, { questionId, communityId, topics: [...topics], now });
      return rows
        .filter(({ id }) => !askers.has(id))
        .map(({ id, time_zone, working_hours, known, expert, waiting }) => ({
          personId: id as PersonId,
          timeZone: time_zone,
          workingHours: working_hours,
          evidence: { known: known ?? [], expert, waiting },
        }));
    },
  };
}

type Asked = Pick<Puzzle, 'questionId' | 'communityId'> & { readonly topics: string[]; readonly now: Date };

const BEST_OF_TOPIC = 60;
const EXPERTS = 20;
/** People who are looked at closely. */
const LOOKED_AT = 80;
/** Times that one person is asked in a week. */
const IN_A_WEEK = 10;

/**
 * The best of each topic are read off an index that is sorted by what speaks for them; only those are looked at closely.
 * How long it takes depends on the number of topics, and not on that of people.
 */
const candidatesQuery = prepared<Asked, Row>(
  ({ questionId, communityId, topics, now }) => sql<Row>`
  WITH best AS (
    SELECT of_topic.* FROM unnest(${topics}::text[]) AS wanted(topic) CROSS JOIN LATERAL (
      SELECT person_id, topic, accepted, answers, practices, teaches, practises, score FROM expertise
      WHERE community_id = ${communityId} AND expertise.topic = wanted.topic
      ORDER BY score DESC, lot LIMIT ${sql.lit(BEST_OF_TOPIC)}) AS of_topic
  ), knowing AS (
    SELECT person_id, sum(score) AS score, json_agg(json_build_object('topic', topic, 'accepted', accepted,
      'answers', answers, 'practices', practices, 'teaches', teaches, 'practises', practises)) AS known
    FROM best GROUP BY person_id
  ), expert AS (
    SELECT person_id FROM role_grant WHERE community_id = ${communityId} AND role = 'expert'
      AND (until IS NULL OR until > ${now}) LIMIT ${sql.lit(EXPERTS)}
  ), candidate AS MATERIALIZED (
    SELECT person_id, knowing.known, expert.person_id IS NOT NULL AS expert
    FROM knowing FULL JOIN expert USING (person_id)
    ORDER BY coalesce(knowing.score, 0) + (expert.person_id IS NOT NULL)::integer DESC, person_id
    LIMIT ${sql.lit(LOOKED_AT)}
  )
  SELECT person.id, person.time_zone, person.working_hours, candidate.known, candidate.expert, load.waiting
  FROM candidate
  JOIN person ON person.id = candidate.person_id AND person.state = 'present'
    AND NOT person.service_account
  JOIN membership ON membership.community_id = ${communityId} AND membership.person_id = person.id
    AND membership.state = 'member'
  LEFT JOIN notification_setting setting ON setting.person_id = person.id
  CROSS JOIN LATERAL (SELECT count(*) AS waiting FROM consulted
    WHERE consulted.person_id = person.id AND consulted.state = 'asked') AS load
  WHERE load.waiting < ${sql.lit(LOAD)}
    AND NOT EXISTS (SELECT FROM consulted c WHERE c.question_id = ${questionId} AND c.person_id = person.id)
    AND (SELECT count(*) FROM (SELECT FROM consulted c WHERE c.person_id = person.id
      AND c.asked_at > ${now}::timestamptz - interval '7 days' LIMIT ${sql.lit(IN_A_WEEK)}) recent) < ${sql.lit(IN_A_WEEK)}
    AND (setting.away_until IS NULL OR setting.away_until <= ${now})
    AND NOT EXISTS (SELECT FROM topic_snooze s WHERE s.person_id = person.id AND s.topic = ANY(${topics}::text[])
      AND s.until > ${now})
    AND coalesce(
      (SELECT time FROM notification_choice n WHERE n.person_id = person.id AND n.community_id = ${communityId}
        AND n.kind = 'asked-for-help'),
      (SELECT time FROM notification_choice n WHERE n.person_id = person.id AND n.community_id IS NULL
        AND n.kind = 'asked-for-help'), 'now') = 'now'
    AND NOT coalesce((SELECT blocked_at IS NOT NULL FROM conversation met WHERE met.person_id = person.id
      ORDER BY renewed_at DESC LIMIT 1), false)
`,
);
