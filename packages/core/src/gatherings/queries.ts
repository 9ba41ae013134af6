import { type Kysely, type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { shownGathering, visibleAgendaItem, visibleGathering, type Viewer } from '../sql/visibility.ts';
import { allHosts, counts, fromOccurrences, occurrenceCardColumns } from './card-queries.ts';
import type { OccurrencesQuery } from './contract.ts';
import type { GatheringViews } from './ports.ts';
import { rotationFor } from './rotation-queries.ts';
import { type OccurrenceCardRow, type OccurrencePageRow, viewOccurrence, viewOccurrenceCard } from './view.ts';
import { utc } from '../kernel/instant.ts';

/** People of each standing, and dates of the same series, that one page shows; the counts tell of the rest. */
const PEOPLE_SHOWN = 100;
const ATTENDEES_SHOWN = 500;
const LATER_SHOWN = 8;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlGatheringViews({ db, now }: Deps): GatheringViews {
  return {
    async see(actor, occurrenceId) {
      const { rows } = await pageQuery(actor, occurrenceId).execute(db);
      return rows[0] && viewOccurrence(actor, rows[0], now());
    },

    async list(actor, query) {
      const { rows } = await listQuery(actor, query, now()).execute(db);
      return pageOf(
        rows,
        query.limit,
        ({ starts_at, id }) => [utc(starts_at), id],
        (row) => viewOccurrenceCard(actor, row, now()),
      );
    },
  };
}

/** What is over is past; what is going on is still to come. Of a closed community only what has been is shown. */
function listQuery(viewer: Viewer, query: OccurrencesQuery, now: Date) {
  const { communityId, mine, member, past, limit, cursor } = query;
  const after = readCursor(cursor, 'instant', 'id');
  const where: RawBuilder<unknown>[] = [isOpenTo(viewer, { closed: past === true })];
  if (communityId) where.push(sql`occurrence.community_id = ${communityId}`);
  else where.push(sql`occurrence.organisation_id = ${viewer.organisationId}`);
  if (member) where.push(sql`occurrence.community_id IN (${communitiesOf(viewer)})`);
  if (mine) where.push(isMine(viewer));
  if (past) where.push(sql`occurrence.ends_at <= ${now} AND occurrence.cancelled_at IS NULL`);
  // Nothing lasts longer than a week, so the index on the start finds what is going on.
  else where.push(sql`occurrence.ends_at > ${now} AND occurrence.starts_at > ${weekBefore(now)}`);
  const place = sql`(occurrence.starts_at, occurrence.id)`;
  if (after) where.push(sql`${place} ${past ? sql`<` : sql`>`} (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const order = past ? sql`occurrence.starts_at DESC, occurrence.id DESC` : sql`occurrence.starts_at, occurrence.id`;
  // First which they are, off an index; only then all that is shown of each.
  return sql<OccurrenceCardRow>`
    WITH page AS MATERIALIZED (
      SELECT occurrence.id FROM occurrence
      WHERE ${sql.join(where, sql` AND `)} ORDER BY ${order} LIMIT ${limit + 1})
    SELECT ${occurrenceCardColumns(viewer)} FROM ${fromOccurrences}
    WHERE occurrence.id IN (SELECT id FROM page) ORDER BY ${order}`;
}

/** Asked of one date after the other (OFFSET 0), so that the index on the start is followed until a page is full. */
const isOpenTo = (viewer: Viewer, { closed }: { readonly closed: boolean }) => sql`EXISTS (
  SELECT FROM gathering JOIN community ON community.id = gathering.community_id
  WHERE gathering.id = occurrence.gathering_id AND ${visibleGathering(viewer)}
    ${closed ? sql`` : sql`AND community.closed_at IS NULL`} OFFSET 0)`;

const weekBefore = (now: Date) => new Date(now.getTime() - 8 * 86_400_000);

const communitiesOf = ({ personId }: Viewer) =>
  sql`SELECT community_id FROM membership WHERE person_id = ${personId} AND state = 'member'`;

const isMine = ({ personId }: Viewer) => sql`(
  occurrence.id IN (SELECT occurrence_id FROM rsvp WHERE person_id = ${personId} AND standing <> 'not-going')
  OR occurrence.host_id = ${personId}
  OR (occurrence.host_id IS NULL
    AND occurrence.gathering_id IN (SELECT gathering_id FROM gathering_host WHERE person_id = ${personId})))`;

const pageQuery = (viewer: Viewer & Pick<Actor, 'administrator'>, occurrenceId: string) => sql<OccurrencePageRow>`
  SELECT ${occurrenceCardColumns(viewer)}, ${shownGathering.description} AS description, occurrence.planned_at,
    occurrence.planned_local, gathering.rotates,
    gathering.minutes, ${shownGathering.title} AS series_title, gathering.venue AS series_venue,
    gathering.meeting_url AS series_meeting_url, ${allHosts} AS series_hosts,
    gathering.cancelled_at IS NOT NULL AS series_cancelled, gathering.revision AS series_revision,
    ${counts.maybe} AS maybe, ${counts.not} AS not_going, ${peopleShown} AS people,
    CASE WHEN mine.place IS NOT NULL THEN (SELECT count(*) FROM rsvp ahead WHERE ahead.occurrence_id = occurrence.id
      AND ahead.standing = 'waiting' AND ahead.place <= mine.place) END AS my_place,
    ${agendaFor(viewer)} AS agenda,
    (SELECT count(*) FROM attendance a WHERE a.occurrence_id = occurrence.id) AS attended,
    EXISTS (SELECT FROM attendance a WHERE a.occurrence_id = occurrence.id AND a.person_id = ${viewer.personId}) AS attended_mine,
    (SELECT json_agg(one.person ORDER BY one.at) FROM (
      SELECT ${personJson('p')} AS person, a.at FROM attendance a JOIN person p ON p.id = a.person_id
      WHERE a.occurrence_id = occurrence.id ORDER BY a.at LIMIT ${sql.lit(ATTENDEES_SHOWN)}) one) AS attendees,
    occurrence.recap, occurrence.outcomes, occurrence.recap_at, occurrence.recap_hidden_at IS NOT NULL AS recap_hidden,
    gathering.scheduled_by, json_build_object('title', coalesce(occurrence.title, gathering.title),
      'series_title', gathering.title, 'description', gathering.description) AS written,
    (SELECT ${personJson('p')} FROM person p WHERE p.id = occurrence.recap_by) AS recap_by,
    ${later} AS later, ${rotationFor(viewer)} AS rotation, occurrence.revision
  FROM ${fromOccurrences}
  LEFT JOIN rsvp mine ON mine.occurrence_id = occurrence.id AND mine.person_id = ${viewer.personId}
    AND mine.standing = 'waiting'
  WHERE occurrence.id = ${occurrenceId} AND ${visibleGathering(viewer)}`;

/** Those who decline are counted, not named. Only the first of each standing are read, however many answer. */
const peopleShown = sql`(SELECT json_agg(json_build_object('person', ${personJson('p')}, 'standing', first.standing) ORDER BY first.place)
  FROM (VALUES ('going'), ('waiting'), ('maybe')) AS shown (standing)
  CROSS JOIN LATERAL (
    SELECT r.person_id, r.standing, r.place FROM rsvp r
    WHERE r.occurrence_id = occurrence.id AND r.standing = shown.standing
    ORDER BY r.place LIMIT ${sql.lit(PEOPLE_SHOWN)}) first
  JOIN person p ON p.id = first.person_id)`;

/** An administrator sees what is hidden, too, to show it again. */
const agendaFor = (viewer: Viewer & Pick<Actor, 'administrator'>) => sql`(
  SELECT json_agg(json_build_object('id', item.id, 'text', item.text, 'minutes', item.minutes,
    'hidden', item.hidden_at IS NOT NULL, 'person', ${personJson('p')}) ORDER BY item.at, item.id)
  FROM agenda_item item JOIN person p ON p.id = item.by
  WHERE item.occurrence_id = occurrence.id AND (${viewer.administrator}::boolean OR ${visibleAgendaItem(viewer)}))`;

const later = sql`(SELECT json_agg(next ORDER BY next.starts_at) FROM (
  SELECT l.id, l.starts_at, l.cancelled_at IS NOT NULL AS cancelled FROM occurrence l
  WHERE l.gathering_id = occurrence.gathering_id AND l.starts_at > occurrence.starts_at
  ORDER BY l.starts_at LIMIT ${sql.lit(LATER_SHOWN)}) next)`;
