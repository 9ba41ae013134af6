import { type Kysely, type RawBuilder, sql } from 'kysely';
import { NO_LONGER_PLANNED } from '../gatherings/occurrence.ts';
import { hostsOn } from '../gatherings/series-queries.ts';
import type { Database } from '../sql/database.ts';
import type { Audience } from './announcement.ts';

/** Whoever comes is told in one go: those who said so, who may be many. */
const MOST_COMING = 20_000;

/**
 * Whoever hosts, or wants to come to, a date of a gathering, or to the dates of its series that had not passed by `since`.
 * Whoever wanted to come only to dates that the series has no more has been told of that.
 */
export async function comingTo(
  db: Kysely<Database>,
  { occurrenceId, since, attended }: Extract<Audience, { to: 'coming' }>,
): Promise<readonly { readonly id: string }[]> {
  const dates = since
    ? sql`SELECT other.id FROM occurrence JOIN occurrence AS other USING (gathering_id)
        WHERE occurrence.id = ${occurrenceId} AND other.ends_at > ${since}`
    : sql`SELECT ${occurrenceId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT person_id AS id FROM (
      SELECT person_id FROM rsvp WHERE occurrence_id IN (${dates}) AND standing <> 'not-going' ${since ? stillPlanned : sql``}
      UNION ALL SELECT person_id FROM (${hostsOn(sql`o.id IN (${dates})`)}) AS hosting
      ${attended ? sql`UNION ALL SELECT person_id FROM attendance WHERE occurrence_id IN (${dates})` : sql``}
    ) AS coming LIMIT ${sql.lit(MOST_COMING)}`.execute(db);
  return rows;
}

const stillPlanned = sql`AND EXISTS (SELECT FROM occurrence kept
  WHERE kept.id = rsvp.occurrence_id AND kept.planned_local NOT LIKE ${`${NO_LONGER_PLANNED}%`})`;

/** What is of little use once the date has begun that it is about. */
const IN_TIME = [
  'gathering-reminder',
  'place-for-me',
  'gathering-moved',
  'gathering-called-off',
  'gathering-restored',
  'gathering-hosting',
  'gathering-lost',
  'date-dropped',
];

/**
 * Until when something has to be told of a date: its start, or the one it was planned for where that is sooner, since
 * they would come then; of a series the next start. Nothing, where that had passed by `since`.
 */
export const beginsAfter = (what: RawBuilder<unknown>, occurrenceId: RawBuilder<unknown>, since: RawBuilder<unknown>) =>
  sql<Date | null>`(SELECT min(start.at) FROM occurrence told
    JOIN occurrence other ON other.gathering_id = told.gathering_id
      AND (other.id = told.id OR ${what} = 'series-called-off')
    CROSS JOIN LATERAL (VALUES (other.starts_at), (CASE WHEN ${what} = 'gathering-moved' THEN other.planned_at END)) AS start (at)
    WHERE told.id = ${occurrenceId} AND start.at > ${since}
      AND ${what} IN (${sql.join([...IN_TIME, 'series-called-off'].map((one) => sql.lit(one)))}))`;

/** Whoever hosts any date of the series that this one is of. */
export async function hostsOf(
  db: Kysely<Database>,
  { occurrenceId }: Extract<Audience, { to: 'hosts' }>,
): Promise<readonly { readonly id: string }[]> {
  const dates = sql`SELECT other.id FROM occurrence JOIN occurrence AS other USING (gathering_id)
    WHERE occurrence.id = ${occurrenceId}`;
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT person_id AS id FROM (${hostsOn(sql`o.id IN (${dates})`)}) AS hosting`.execute(db);
  return rows;
}
