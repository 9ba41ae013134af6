import { type RawBuilder, sql } from 'kysely';

/**
 * Needs `n`, a notification: the circle that it is about, where it is `open` to whoever is told and they are one of its
 * peers. `led`: it has met since, or meets no more.
 */
export const circleTold = (open: RawBuilder<unknown>) => sql`
  SELECT circle.title,
    circle.state <> 'meeting' OR EXISTS (SELECT FROM circle_meeting met
      WHERE met.circle_id = circle.id AND met.at > n.created_at) AS led
  FROM circle JOIN community ON community.id = circle.community_id
  JOIN circle_peer peer ON peer.circle_id = circle.id AND peer.person_id = n.recipient_id
  WHERE n.subject_kind = 'circle' AND circle.id = n.subject_id AND ${open}`;
