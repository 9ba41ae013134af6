import { type Kysely, sql } from 'kysely';
import type { WorkingHours } from '../identity/profile.ts';
import type { Database } from '../sql/database.ts';
import type { HoursReader } from './ports.ts';

/** Different hours that are weighed; the largest groups decide, and nobody has so many. */
const MOST = 1000;

export const sqlHours = ({ db }: { readonly db: Kysely<Database> }): HoursReader => ({
  async ofMembers(communityId) {
    const { rows } = await sql<{ time_zone: string; working_hours: WorkingHours; people: number }>`
      SELECT person.time_zone, person.working_hours, count(*) AS people
      FROM membership JOIN person ON person.id = membership.person_id AND person.state = 'present'
      WHERE membership.community_id = ${communityId} AND membership.state = 'member'
      GROUP BY person.time_zone, person.working_hours ORDER BY people DESC LIMIT ${sql.lit(MOST)}`.execute(db);
    return rows.map((row) => ({ timeZone: row.time_zone, workingHours: row.working_hours, people: row.people }));
  },
});
