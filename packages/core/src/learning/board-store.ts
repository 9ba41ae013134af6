import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SkillLevel, WorkingHours } from '../identity/profile.ts';
import { type Availability, availabilityOf } from '../identity/working-week.ts';
import type { CommunityId, MentoringRequestId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { Rhythm } from './mentoring.ts';
import type { Mentor, Seeker } from './pairing.ts';

type PersonColumns = {
  readonly languages: string[];
  readonly affiliation: string | null;
  readonly team: string | null;
  readonly manager_id: string | null;
  readonly levels: Readonly<Record<string, SkillLevel>>;
  readonly time_zone: string;
  readonly working_hours: WorkingHours;
};
type MentorRow = PersonColumns & {
  readonly person_id: string;
  readonly topics: string[];
  readonly rhythm: Rhythm;
  readonly room: number;
  readonly confirmed: string[];
  readonly silent: boolean;
};
type SeekerRow = PersonColumns & {
  readonly id: string;
  readonly seeker_id: string;
  readonly topics: string[];
  readonly rhythm: Rhythm;
  readonly wished_id: string | null;
  readonly not_these: string[];
};

/** Who has room and who looks, in a community that has not been closed; without those who left, are away or erased, and service accounts. */
export async function boardOf(
  db: Kysely<Database>,
  communityId: CommunityId,
  now: Date,
): Promise<{ readonly mentors: Mentor[]; readonly seekers: Seeker[] }> {
  const [mentors, seekers] = await Promise.all([
    mentorsQuery(communityId, now).execute(db),
    seekersQuery(communityId).execute(db),
  ]);
  const week = weeksAt(now);
  const side = (row: PersonColumns & { readonly topics: string[]; readonly rhythm: Rhythm }) => ({
    topics: row.topics,
    languages: row.languages,
    affiliation: row.affiliation ?? undefined,
    team: row.team ?? undefined,
    levels: new Map(Object.entries(row.levels)),
    managerId: (row.manager_id ?? undefined) as PersonId | undefined,
    rhythm: row.rhythm,
    week: week(row),
  });
  return {
    mentors: mentors.rows.map((row) => ({
      ...side(row),
      personId: row.person_id as PersonId,
      room: row.room,
      confirmed: new Set(row.confirmed),
      silent: row.silent,
    })),
    seekers: seekers.rows.map((row) => ({
      ...side(row),
      requestId: row.id as MentoringRequestId,
      personId: row.seeker_id as PersonId,
      wishedId: (row.wished_id ?? undefined) as PersonId | undefined,
      not: new Set(row.not_these as PersonId[]),
    })),
  };
}

/** Where they stand: the team as they named it for introductions here, else in their profile; their manager; how far they are in topics. */
const placeOf = (communityId: RawBuilder<unknown>) => sql`
  coalesce((SELECT w.team FROM introduction_wish w WHERE w.person_id = p.id AND w.community_id = ${communityId}), p.team)
    AS team, p.manager_id,
  -- Of a topic in two lists the higher level: by the alphabet it comes first.
  (SELECT coalesce(jsonb_object_agg(topic, level), '{}') FROM (
    SELECT topic, min(level) AS level FROM skill s WHERE s.person_id = p.id GROUP BY topic) AS said) AS levels`;

/** Room is what they offer without those they have, and without those whom they are asked about. */
const mentorsQuery = (communityId: CommunityId, now: Date) => sql<MentorRow>`
  SELECT o.person_id, o.topics, o.rhythm, p.languages, p.affiliation, ${placeOf(sql`o.community_id`)},
    p.time_zone, p.working_hours,
    (o.room
      - (SELECT count(*) FROM mentorship s WHERE s.community_id = o.community_id AND s.mentor_id = o.person_id
          AND s.state <> 'closed')
      - (SELECT count(*) FROM mentoring_proposal r JOIN mentoring_request q ON q.id = r.request_id
          WHERE r.mentor_id = o.person_id AND r.state = 'asked' AND q.community_id = o.community_id))::int AS room,
    ARRAY(SELECT e.topic FROM expertise e WHERE e.community_id = o.community_id AND e.person_id = o.person_id
      AND (e.accepted > 0 OR e.practices > 0)) AS confirmed,
    coalesce((SELECT r.state = 'silent' FROM mentoring_proposal r
      WHERE r.mentor_id = o.person_id AND r.state NOT IN ('asked', 'withdrawn')
      ORDER BY r.asked_at DESC LIMIT 1), false) AS silent
  FROM mentor_offer o
  JOIN person p ON p.id = o.person_id AND p.state = 'present' AND NOT p.service_account
  JOIN membership m ON m.community_id = o.community_id AND m.person_id = o.person_id AND m.state = 'member'
  JOIN community c ON c.id = o.community_id AND c.closed_at IS NULL
  LEFT JOIN notification_setting n ON n.person_id = o.person_id
  WHERE o.community_id = ${communityId} AND (o.paused_until IS NULL OR o.paused_until <= ${now})
    AND (n.away_until IS NULL OR n.away_until <= ${now})
  ORDER BY o.person_id
`;

/**
 * Not again those who were asked before, not whom they work with in another pair already, and not whom one of the two
 * keeps apart from.
 */
const seekersQuery = (communityId: CommunityId) => sql<SeekerRow>`
  SELECT q.id, q.seeker_id, q.topics, q.rhythm, q.wished_id, p.languages, p.affiliation, ${placeOf(sql`q.community_id`)},
    p.time_zone, p.working_hours,
    ARRAY(SELECT r.mentor_id::text FROM mentoring_proposal r WHERE r.request_id = q.id
      UNION SELECT s.mentor_id::text FROM mentorship s WHERE s.mentee_id = q.seeker_id AND s.state <> 'closed'
      UNION SELECT k.other_id::text FROM kept_apart k WHERE k.person_id = q.seeker_id
      UNION SELECT k.person_id::text FROM kept_apart k WHERE k.other_id = q.seeker_id) AS not_these
  FROM mentoring_request q
  JOIN person p ON p.id = q.seeker_id AND p.state = 'present' AND NOT p.service_account
  JOIN membership m ON m.community_id = q.community_id AND m.person_id = q.seeker_id AND m.state = 'member'
  JOIN community c ON c.id = q.community_id AND c.closed_at IS NULL
  WHERE q.community_id = ${communityId} AND q.state = 'looking'
  ORDER BY q.created_at, q.id
  LIMIT 50000
`;

/** A company has few different working weeks, and thousands of people in each. */
function weeksAt(now: Date): (row: PersonColumns) => Availability {
  const known = new Map<string, Availability>();
  return ({ time_zone: timeZone, working_hours: workingHours }) => {
    const { days, from, to } = workingHours;
    const key = [timeZone, from, to, ...days].join();
    const week = known.get(key) ?? availabilityOf({ timeZone, workingHours }, now);
    known.set(key, week);
    return week;
  };
}
