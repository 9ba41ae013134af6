import { type Kysely, sql } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { Database } from '../sql/database.ts';
import { visibleGathering } from '../sql/visibility.ts';
import type { HoursReader } from './ports.ts';
import { togetherWith } from './rotation-queries.ts';

/** Different hours that are weighed; the largest groups decide, and nobody has so many. */
const MOST = 1000;
/** Dates ahead that tell who carries the burden: three months of weeks. */
const DATES_WEIGHED = 12;

export const sqlHours = ({ db }: { readonly db: Kysely<Database> }): HoursReader => ({
  async ofMembers(communityId) {
    const { rows } = await sql<{ time_zone: string; working_hours: WorkingHours; people: number }>`
      SELECT person.time_zone, person.working_hours, count(*) AS people
      FROM membership JOIN person ON person.id = membership.person_id AND person.state = 'present'
      WHERE membership.community_id = ${communityId} AND membership.state = 'member'
      GROUP BY person.time_zone, person.working_hours ORDER BY people DESC LIMIT ${sql.lit(MOST)}`.execute(db);
    return rows.map((row) => ({ timeZone: row.time_zone, workingHours: row.working_hours, people: row.people }));
  },

  async nextDates(actor, gatheringId, after) {
    const { rows } = await sql<{ starts_at: Date; minutes: number }>`
      SELECT o.starts_at, extract(epoch FROM o.ends_at - o.starts_at)::integer / 60 AS minutes
      FROM gathering JOIN community ON community.id = gathering.community_id
        JOIN occurrence o ON o.gathering_id = gathering.id
      WHERE gathering.id IN (${togetherWith(gatheringId)}) AND ${visibleGathering(actor)}
        AND o.starts_at > ${after} AND o.cancelled_at IS NULL
      ORDER BY o.starts_at, o.id LIMIT ${sql.lit(DATES_WEIGHED)}`.execute(db);
    return rows.map((row) => ({ at: row.starts_at, minutes: row.minutes }));
  },
});
