import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { shownGathering, visibleGathering, type Viewer } from '../sql/visibility.ts';
import type { CalendarDate } from './calendar.ts';
import type { Listed, Outlined } from './ports.ts';

/** Gatherings in one calendar, and how long ago a date may be to stand in it. */
const MOST = 1000;
const DAYS_BACK = 90;
/** Different dates of one series; a calendar that has more of them is no longer a series. */
const MOST_DIFFERENT = 200;

export const ofCommunity = (communityId: string) => sql`gathering.community_id = ${communityId}`;

export const ofThese = (ids: readonly string[]) => sql`gathering.id = ANY(${ids}::uuid[])`;

export const ofDate = (occurrenceId: string) =>
  sql`gathering.id = (SELECT gathering_id FROM occurrence WHERE occurrence.id = ${occurrenceId})`;

export const ofPerson = ({ personId }: Viewer) => sql`(
  gathering.community_id IN (SELECT community_id FROM membership WHERE person_id = ${personId} AND state = 'member')
  OR gathering.id IN (SELECT gathering_id FROM gathering_host WHERE person_id = ${personId})
  OR gathering.id IN (SELECT o.gathering_id FROM rsvp r JOIN occurrence o ON o.id = r.occurrence_id
    WHERE r.person_id = ${personId} AND r.standing <> 'not-going'))`;

/** The gatherings of a calendar, each with a key that is another one whenever what stands in it of it changes. */
export async function readOutline(
  db: Kysely<Database>,
  viewer: Viewer,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<readonly Outlined[]> {
  const since = sinceOf(now);
  const { rows } = await sql<{ id: string; key: string }>`
    WITH listed AS MATERIALIZED (
      SELECT gathering.id, gathering.revision, community.name, shown.date_id
      FROM ${chosen(viewer, which, { since, now })}
      ORDER BY gathering.id DESC LIMIT ${sql.lit(MOST)})
    SELECT listed.id, concat_ws(' ', listed.id, listed.revision, listed.date_id, listed.name, other.dates) AS key
    FROM listed LEFT JOIN (
      SELECT o.gathering_id, string_agg(concat_ws(' ', o.id, o.revision, ${isOut(viewer)}), ' ' ORDER BY o.id) AS dates
      FROM occurrence o WHERE ${isDifferent(viewer, sql`o.gathering_id IN (SELECT id FROM listed)`, since)}
      GROUP BY o.gathering_id) other ON other.gathering_id = listed.id
    ORDER BY listed.id DESC`.execute(db);
  return rows;
}

/** All that stands in a calendar of those gatherings that the viewer may see. */
export async function readListed(
  db: Kysely<Database>,
  viewer: Viewer,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<readonly Listed[]> {
  const since = sinceOf(now);
  const { rows } = await sql<Row>`
    SELECT gathering.id, ${shownGathering.title} AS title, gathering.hidden_at IS NOT NULL AS hidden,
      ${shownGathering.description} AS description, community.name AS community, gathering.time_zone,
      gathering.starts_local, gathering.minutes, gathering.rule, gathering.venue, gathering.meeting_url,
      gathering.updated_at, gathering.revision, shown.date_id
    FROM ${chosen(viewer, which, { since, now })}`.execute(db);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const { rows: dates } = await sql<DifferentRow>`
    SELECT o.gathering_id, o.planned_at, o.starts_at, o.ends_at, o.title, o.venue, o.meeting_url, o.revision,
      ${isOut(viewer)} AS out
    FROM occurrence o WHERE ${isDifferent(viewer, sql`o.gathering_id = ANY(${ids}::uuid[])`, since)}
    ORDER BY o.planned_at`.execute(db);
  const byGathering = Map.groupBy(dates, ({ gathering_id }) => gathering_id);
  return rows.map((row) => fromRow(row, byGathering.get(row.id) ?? []));
}

const sinceOf = (now: Date) => new Date(now.getTime() - DAYS_BACK * 86_400_000);

/**
 * A series that was called off as a whole is not in a calendar any more. `date_id` is what its page shows: the next date,
 * or the last one.
 */
const chosen = (
  viewer: Viewer,
  which: RawBuilder<unknown>,
  { since, now }: { readonly since: Date; readonly now: Date },
) => sql`
  gathering JOIN community ON community.id = gathering.community_id
    AND ${which} AND ${visibleGathering(viewer)} AND gathering.cancelled_at IS NULL AND community.closed_at IS NULL
  JOIN LATERAL (
    SELECT coalesce(
      (SELECT o.id FROM occurrence o WHERE o.gathering_id = gathering.id AND o.starts_at > ${now}
        ORDER BY o.starts_at LIMIT 1),
      (SELECT o.id FROM occurrence o WHERE o.gathering_id = gathering.id AND o.starts_at > ${since}
        ORDER BY o.starts_at DESC LIMIT 1)) AS date_id OFFSET 0) shown ON shown.date_id IS NOT NULL`;

/** The dates that are not as the rule has them: those changed, called off, or declined by the reader. */
const isDifferent = ({ personId }: Viewer, ofThese: RawBuilder<unknown>, since: Date) => sql`
  o.id IN (
    SELECT o.id FROM occurrence o WHERE o.differs AND ${ofThese} AND o.starts_at > ${since}
    UNION ALL SELECT occurrence_id FROM rsvp WHERE person_id = ${personId} AND standing = 'not-going')
  AND ${ofThese} AND o.starts_at > ${since} AND o.planned_local NOT LIKE 'gone %'`;

const isOut = ({ personId }: Viewer) => sql`(o.cancelled_at IS NOT NULL
  OR o.id IN (SELECT occurrence_id FROM rsvp WHERE person_id = ${personId} AND standing = 'not-going'))`;

type Row = {
  readonly id: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly description: string;
  readonly community: string;
  readonly time_zone: string;
  readonly starts_local: string;
  readonly minutes: number;
  readonly rule: string | null;
  readonly venue: string | null;
  readonly meeting_url: string | null;
  readonly updated_at: Date;
  readonly revision: number;
  readonly date_id: string;
};
type DifferentRow = {
  readonly gathering_id: string;
  readonly planned_at: Date;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly title: string | null;
  readonly venue: string | null;
  readonly meeting_url: string | null;
  readonly revision: number;
  readonly out: boolean;
};

function fromRow(row: Row, different: readonly DifferentRow[]): Listed {
  const rows = different.slice(0, MOST_DIFFERENT);
  return {
    id: row.id,
    dateId: row.date_id,
    title: row.title,
    description: row.description,
    community: row.community,
    timeZone: row.time_zone,
    startsLocal: row.starts_local,
    minutes: row.minutes,
    rule: row.rule ?? undefined,
    venue: row.venue ?? undefined,
    meetingUrl: row.meeting_url ?? undefined,
    updatedAt: row.updated_at,
    revision: row.revision,
    different: rows.filter(({ out }) => !out).map((date) => differentOf(row, date)),
    without: rows.filter(({ out }) => out).map(({ planned_at }) => planned_at),
  };
}

const differentOf = (row: Row, date: DifferentRow): CalendarDate => ({
  plannedAt: date.planned_at,
  startsAt: date.starts_at,
  endsAt: date.ends_at,
  title: row.hidden ? row.title : (date.title ?? row.title),
  venue: date.venue ?? row.venue ?? undefined,
  meetingUrl: date.meeting_url ?? row.meeting_url ?? undefined,
  revision: date.revision,
});
