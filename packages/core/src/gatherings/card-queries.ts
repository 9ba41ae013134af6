import { type RawBuilder, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import { shownGathering, type Viewer } from '../sql/visibility.ts';
import { gatheringStanding } from './standing-queries.ts';

/** Where every list and page of dates reads from. */
export const fromOccurrences = sql`
  occurrence JOIN gathering ON gathering.id = occurrence.gathering_id
  JOIN community ON community.id = gathering.community_id`;

/** All hosts of a gathering in their order. */
export const allHosts = sql`(SELECT json_agg(${personJson('p')} ORDER BY h.position, h.person_id)
  FROM gathering_host h JOIN person p ON p.id = h.person_id WHERE h.gathering_id = gathering.id)`;

const hosts = sql`CASE WHEN occurrence.host_id IS NULL THEN ${allHosts}
  ELSE (SELECT json_agg(${personJson('p')}) FROM person p WHERE p.id = occurrence.host_id) END`;

const countOf = (standing: string) =>
  sql`(SELECT count(*) FROM rsvp r WHERE r.occurrence_id = occurrence.id AND r.standing = ${sql.lit(standing)})`;
export const counts = {
  going: countOf('going'),
  waiting: countOf('waiting'),
  maybe: countOf('maybe'),
  not: countOf('not-going'),
};

/** What a list shows of one date. */
export const occurrenceCardColumns = (viewer: Viewer): RawBuilder<unknown> => sql`
  occurrence.id, occurrence.gathering_id, community.id AS community_id, community.name AS community_name,
  ${shownGathering.titleOfDate} AS title, gathering.hidden_at IS NOT NULL AS hidden, gathering.format, gathering.mode,
  occurrence.starts_at, occurrence.ends_at, gathering.time_zone, gathering.starts_local, gathering.rule,
  gathering.visibility, coalesce(occurrence.venue, gathering.venue) AS venue,
  coalesce(occurrence.meeting_url, gathering.meeting_url) AS meeting_url, gathering.capacity, ${hosts} AS hosts,
  ${counts.going} AS going, ${counts.waiting} AS waiting,
  (SELECT r.standing FROM rsvp r WHERE r.occurrence_id = occurrence.id AND r.person_id = ${viewer.personId}) AS my_standing,
  occurrence.cancelled_at, occurrence.cancel_reason,
  occurrence.recap IS NOT NULL AND occurrence.recap_hidden_at IS NULL AS has_recap,
  ${gatheringStanding(viewer)}`;
