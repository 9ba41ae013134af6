import { type Kysely, sql } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { CommunityId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { A_WEEK_MS, NEWCOMER_DAYS } from './limits.ts';
import type { Known } from './round.ts';
import { DAY_MS } from '../kernel/durations.ts';

type Row = {
  readonly person_id: string;
  readonly team: string | null;
  readonly affiliation: string | null;
  readonly time_zone: string;
  readonly working_hours: WorkingHours;
  readonly since: Date;
};

/**
 * Whoever is to be introduced in a community now, with whom they have met and whom they keep apart from.
 *
 * That is who said so and has neither paused nor gone away, is a member still, has an account with which a message finds
 * them, is no service account, and was introduced to nobody within a week,
 * in whatever community.
 */
export async function knownIn(db: Kysely<Database>, communityId: CommunityId, now: Date): Promise<Known> {
  const { rows } = await sql<Row>`
    -- Whose team nobody says is of the team that they manage, or of their manager's.
    SELECT wish.person_id, person.affiliation, person.time_zone, person.working_hours, membership.since,
      coalesce(wish.team, person.team, 'managed by ' || CASE
        WHEN EXISTS (SELECT FROM person report WHERE report.manager_id = person.id) THEN person.id
        ELSE person.manager_id END) AS team
    FROM introduction_wish wish
    JOIN person ON person.id = wish.person_id AND person.state = 'present' AND NOT person.service_account
    JOIN membership ON membership.community_id = wish.community_id AND membership.person_id = wish.person_id
      AND membership.state = 'member'
    LEFT JOIN notification_setting setting ON setting.person_id = wish.person_id
    WHERE wish.community_id = ${communityId}
      AND (wish.paused_until IS NULL OR wish.paused_until <= ${now})
      AND (setting.away_until IS NULL OR setting.away_until <= ${now})
      -- Whoever has turned these messages off would not know whom they were introduced to.
      AND coalesce(
        (SELECT time FROM notification_choice choice WHERE choice.person_id = wish.person_id
          AND choice.kind = 'introductions' AND choice.community_id = wish.community_id),
        (SELECT time FROM notification_choice choice WHERE choice.person_id = wish.person_id
          AND choice.kind = 'introductions' AND choice.community_id IS NULL), 'now') <> 'never'
      AND EXISTS (SELECT FROM account WHERE account.person_id = wish.person_id)
      AND NOT EXISTS (SELECT FROM introduced WHERE introduced.person_id = wish.person_id
        AND introduced.at > ${new Date(now.getTime() - A_WEEK_MS)})
    ORDER BY wish.person_id
  `.execute(db);
  const ids = rows.map(({ person_id }) => person_id);
  const newSince = new Date(now.getTime() - NEWCOMER_DAYS * DAY_MS);
  return {
    candidates: rows.map((row) => ({
      id: row.person_id as PersonId,
      team: row.team ?? undefined,
      affiliation: row.affiliation ?? undefined,
      schedule: { timeZone: row.time_zone, workingHours: row.working_hours },
      newcomer: row.since > newSince,
    })),
    past: await pastOf(db, ids),
    apart: await apartOf(db, ids),
  };
}

async function pastOf(db: Kysely<Database>, ids: readonly string[]): Promise<Known['past']> {
  const { rows } = await sql<{ readonly one: PersonId; readonly other: PersonId; readonly at: Date }>`
    WITH these AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT a.person_id AS one, b.person_id AS other, max(a.at) AS at
    FROM introduced a JOIN introduced b ON b.introduction_id = a.introduction_id AND b.person_id > a.person_id
    WHERE a.person_id IN (SELECT id FROM these) AND b.person_id IN (SELECT id FROM these)
    GROUP BY 1, 2
  `.execute(db);
  return rows.map(({ one, other, at }) => ({ people: [one, other], at }));
}

async function apartOf(db: Kysely<Database>, ids: readonly string[]): Promise<Known['apart']> {
  const { rows } = await sql<{ readonly one: PersonId; readonly other: PersonId }>`
    WITH these AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT person_id AS one, other_id AS other FROM kept_apart
    WHERE person_id IN (SELECT id FROM these) AND other_id IN (SELECT id FROM these) AND person_id <> other_id
  `.execute(db);
  return rows.map(({ one, other }) => [one, other]);
}
