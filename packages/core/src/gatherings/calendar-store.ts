import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity, visibleGathering, type Viewer } from '../sql/visibility.ts';
import type { CalendarDate, CalendarGathering } from './calendar.ts';
import type { CalendarStore } from './ports.ts';

type Deps = { readonly db: Kysely<Database> };

/** Gatherings in one calendar, and how long ago a date may be to stand in it. */
const MOST = 1000;
const DAYS_BACK = 90;
/** Different dates of one series; a calendar that has more of them is no longer a series. */
const MOST_DIFFERENT = 200;

export function sqlCalendarStore({ db }: Deps): CalendarStore {
  const gatheringsOf = async (viewer: Viewer, which: RawBuilder<unknown>, now: Date) => {
    const since = new Date(now.getTime() - DAYS_BACK * 86_400_000);
    const { rows } = await calendarQuery(viewer, which, { since, now }).execute(db);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const { rows: dates } = await differentQuery(viewer, ids, since).execute(db);
    const byGathering = Map.groupBy(dates, ({ gathering_id }) => gathering_id);
    return rows.map((row) => fromRow(row, byGathering.get(row.id) ?? []));
  };

  return {
    async communityName(actor, communityId) {
      const { rows } = await sql<{ name: string }>`
        SELECT community.name FROM community WHERE community.id = ${communityId} AND ${visibleCommunity(actor)}`.execute(
        db,
      );
      return rows[0]?.name;
    },

    async addresses(actor) {
      const { rows } = await sql<{ id: string | null; name: string | null; made_at: Date }>`
        SELECT community.id, community.name, a.made_at FROM calendar_address a
        LEFT JOIN community ON community.id = a.community_id
        WHERE a.person_id = ${actor.personId} ORDER BY a.about`.execute(db);
      return rows.map(({ id, name, made_at }) => ({
        community: id === null || name === null ? undefined : { id, name },
        madeAt: made_at,
      }));
    },

    async issue(actor, { communityId, hash }, now) {
      await sql`
        INSERT INTO calendar_address (hash, organisation_id, person_id, community_id, made_at)
        VALUES (${hash}, ${actor.organisationId}, ${actor.personId}, ${communityId ?? null}, ${now})
        ON CONFLICT (person_id, about) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at`.execute(db);
    },

    async revoke({ personId }, communityId) {
      await db
        .deleteFrom('calendar_address')
        .where('person_id', '=', personId)
        .where('about', '=', communityId ?? '')
        .execute();
    },

    async holderOf(hash) {
      const { rows } = await sql<HolderRow>`
        SELECT person.id, person.organisation_id, person.guest, a.community_id, community.name AS community_name
        FROM calendar_address a JOIN person ON person.id = a.person_id AND person.state = 'present'
        LEFT JOIN community ON community.id = a.community_id
        WHERE a.hash = ${hash}`.execute(db);
      const [row] = rows;
      return (
        row && {
          viewer: { personId: row.id, organisationId: row.organisation_id, guest: row.guest } as Viewer,
          community:
            row.community_id === null ? undefined : { id: row.community_id, name: row.community_name ?? 'Community' },
        }
      );
    },

    ofCommunity: (viewer, communityId, now) => gatheringsOf(viewer, sql`gathering.community_id = ${communityId}`, now),

    ofPerson: (viewer, now) =>
      gatheringsOf(
        viewer,
        sql`(gathering.community_id IN (
            SELECT community_id FROM membership WHERE person_id = ${viewer.personId} AND state = 'member')
          OR gathering.id IN (SELECT gathering_id FROM gathering_host WHERE person_id = ${viewer.personId})
          OR gathering.id IN (SELECT o.gathering_id FROM rsvp r JOIN occurrence o ON o.id = r.occurrence_id
            WHERE r.person_id = ${viewer.personId} AND r.standing <> 'not-going'))`,
        now,
      ),

    async ofDate(actor: Actor, occurrenceId, now) {
      const which = sql`gathering.id = (SELECT gathering_id FROM occurrence WHERE occurrence.id = ${occurrenceId})`;
      return (await gatheringsOf(actor, which, now))[0];
    },
  };
}

type HolderRow = {
  readonly id: string;
  readonly organisation_id: string;
  readonly guest: boolean;
  readonly community_id: string | null;
  readonly community_name: string | null;
};

type Row = {
  readonly id: string;
  readonly title: string;
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

/** A series that was called off as a whole is not in a calendar any more. `date_id` is what its page shows: the next. */
const calendarQuery = (
  viewer: Viewer,
  which: RawBuilder<unknown>,
  { since, now }: { readonly since: Date; readonly now: Date },
) => sql<Row>`
  SELECT gathering.id, gathering.title, gathering.description, community.name AS community, gathering.time_zone,
    gathering.starts_local, gathering.minutes, gathering.rule, gathering.venue, gathering.meeting_url,
    gathering.updated_at, gathering.revision,
    coalesce(
      (SELECT o.id FROM occurrence o WHERE o.gathering_id = gathering.id AND o.starts_at > ${now} ORDER BY o.starts_at LIMIT 1),
      (SELECT o.id FROM occurrence o WHERE o.gathering_id = gathering.id ORDER BY o.starts_at DESC LIMIT 1)) AS date_id
  FROM gathering JOIN community ON community.id = gathering.community_id
  WHERE ${which} AND ${visibleGathering(viewer)} AND gathering.cancelled_at IS NULL AND community.closed_at IS NULL
    AND EXISTS (SELECT FROM occurrence o WHERE o.gathering_id = gathering.id AND o.starts_at > ${since})
  ORDER BY gathering.id DESC LIMIT ${sql.lit(MOST)}`;

/** The dates that are not as the rule has them: those changed, called off, or declined by the reader. */
const differentQuery = ({ personId }: Viewer, gatherings: readonly string[], since: Date) => sql<DifferentRow>`
  SELECT o.gathering_id, o.planned_at, o.starts_at, o.ends_at, o.title, o.venue, o.meeting_url, o.revision,
    o.cancelled_at IS NOT NULL OR ${declinedBy(personId)} AS out
  FROM occurrence o JOIN gathering ON gathering.id = o.gathering_id
  WHERE o.gathering_id = ANY(${gatherings}::uuid[]) AND o.starts_at > ${since} AND o.planned_local NOT LIKE 'gone %'
    AND (o.cancelled_at IS NOT NULL OR o.starts_at <> o.planned_at OR o.title IS NOT NULL OR o.venue IS NOT NULL
      OR o.meeting_url IS NOT NULL OR o.ends_at - o.starts_at <> make_interval(mins => gathering.minutes)
      OR ${declinedBy(personId)})
  ORDER BY o.planned_at`;

const declinedBy = (personId: string) =>
  sql`o.id IN (SELECT occurrence_id FROM rsvp WHERE person_id = ${personId} AND standing = 'not-going')`;

function fromRow(
  row: Row,
  different: readonly DifferentRow[],
): Omit<CalendarGathering, 'page'> & { readonly dateId: string } {
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
  title: date.title ?? row.title,
  venue: date.venue ?? row.venue ?? undefined,
  meetingUrl: date.meeting_url ?? row.meeting_url ?? undefined,
  revision: date.revision,
});
