import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { NO_LONGER_PLANNED, type Occurrence } from './occurrence.ts';
import { fromDateRow } from './rows-store.ts';

/** The dates to come that are planned still, in their order. */
export async function readAhead(
  db: Kysely<Database>,
  gatheringId: string,
  after: Date,
): Promise<readonly Occurrence[]> {
  const rows = await db
    .selectFrom('occurrence')
    .selectAll()
    .where('gathering_id', '=', gatheringId)
    .where('starts_at', '>', after)
    .where('planned_local', 'not like', `${NO_LONGER_PLANNED}%`)
    .orderBy('starts_at')
    .execute();
  return rows.map(fromDateRow);
}

/** Needs the table `gathering`: its hosts in their order, `null` where there is none. */
export const hostIds = sql<string[] | null>`(
  SELECT array_agg(h.person_id::text ORDER BY h.position, h.person_id) FROM gathering_host h
  WHERE h.gathering_id = gathering.id)`;

/** Who hosts the dates `o` of which `which` is true: one for each date where hosts take turns, else all of them. */
export const hostsOn = (which: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  SELECT o.id AS occurrence_id, coalesce(o.host_id, h.person_id) AS person_id FROM occurrence o
  LEFT JOIN gathering_host h ON h.gathering_id = o.gathering_id AND o.host_id IS NULL
  WHERE ${which} AND (o.host_id IS NOT NULL OR h.person_id IS NOT NULL)`;
