import { type RawBuilder, sql } from 'kysely';

/**
 * Needs `q`, a request: whether it can still come to something with this mentor. Both are members of a community that goes
 * on, and neither keeps apart from the other.
 */
export const canStillAgree = (mentorId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  EXISTS (SELECT FROM community c WHERE c.id = q.community_id AND c.closed_at IS NULL)
  AND (SELECT count(*) FROM membership m JOIN person member ON member.id = m.person_id AND member.state = 'present'
    WHERE m.community_id = q.community_id AND m.person_id IN (q.seeker_id, ${mentorId}) AND m.state = 'member') = 2
  AND NOT EXISTS (SELECT FROM kept_apart k
    WHERE (k.person_id, k.other_id) IN ((q.seeker_id, ${mentorId}), (${mentorId}, q.seeker_id))))`;
