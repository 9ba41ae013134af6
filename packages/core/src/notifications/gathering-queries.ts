import { type RawBuilder, sql } from 'kysely';
import { hostsOn } from '../gatherings/series-queries.ts';
import { shownGathering } from '../sql/visibility.ts';

/**
 * Nobody is told of changes to what is over, that something is called off or takes place where that is not so any more, nor
 * of a hidden recap, nor reminded of what has begun or been called off or of what they neither come to nor host any more.
 */
export const isNoUse = sql`n.subject_kind = 'gathering' AND (
  (n.what IN ('gathering-reminder', 'place-for-me', 'gathering-scheduled', 'gathering-restored') AND g.settled)
  OR (n.what IN ('gathering-moved', 'gathering-called-off', 'gathering-hosting', 'gathering-lost', 'date-dropped') AND g.over)
  OR (n.what = 'gathering-called-off' AND NOT g.settled)
  OR (n.what = 'gathering-recap' AND g.recap_hidden)
  OR (n.what = 'gathering-reminder' AND NOT EXISTS (SELECT FROM rsvp WHERE rsvp.occurrence_id = n.subject_id
    AND rsvp.person_id = n.recipient_id AND rsvp.standing IN ('going', 'maybe'))
    AND (EXISTS (SELECT FROM rsvp WHERE rsvp.occurrence_id = n.subject_id AND rsvp.person_id = n.recipient_id
        AND rsvp.standing = 'not-going')
      OR n.recipient_id NOT IN (SELECT person_id FROM (${hostsOn(sql`o.id = n.subject_id`)}) AS hosting))))`;

/**
 * Needs `n`, a notification: the date that it is about, where it is `open` to whoever is told. Of what is not for them any
 * more there is no word in here; of what is called off the reason is.
 */
export const gatheringTold = (open: RawBuilder<unknown>, now: Date) => sql`
  SELECT CASE WHEN n.what = 'gathering-lost' THEN '' ELSE ${shownGathering.titleOfDate} END AS title,
    CASE WHEN n.what = 'gathering-lost' THEN ''
      WHEN n.what IN ('gathering-called-off', 'series-called-off')
      THEN coalesce(occurrence.cancel_reason, ${shownGathering.summary}) ELSE ${shownGathering.summary} END AS summary,
    gathering.time_zone, occurrence.starts_at, occurrence.recap_hidden_at IS NOT NULL AS recap_hidden,
    occurrence.ends_at <= ${now} AS over,
    occurrence.cancelled_at IS NOT NULL OR occurrence.starts_at <= ${now} AS settled
  FROM occurrence JOIN gathering ON gathering.id = occurrence.gathering_id
  JOIN community ON community.id = gathering.community_id
  WHERE n.subject_kind = 'gathering' AND occurrence.id = n.subject_id AND (${open})`;
