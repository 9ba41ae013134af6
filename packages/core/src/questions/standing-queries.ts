import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../sql/visibility.ts';

/** The columns of `StandingRow`. Needs `community` in scope; each is one point read by an index on the person. */
export const standingColumns = ({ personId }: Viewer): RawBuilder<unknown> => sql`
  EXISTS (SELECT FROM membership m
    WHERE m.community_id = community.id AND m.person_id = ${personId} AND m.state = 'member') AS is_member,
  (SELECT json_agg(json_build_object('role', g.role, 'until', g.until)) FROM role_grant g
    WHERE g.community_id = community.id AND g.person_id = ${personId}) AS my_roles,
  EXISTS (SELECT FROM conduct_acknowledgement k
    WHERE k.community_id = community.id AND k.person_id = ${personId}) AS acknowledged,
  community.closed_at IS NOT NULL AS closed,
  ${formerSelves(personId)} AS former
`;

/** People who turned out to be this one; the same for every row, so PostgreSQL reads it once. */
export const formerSelves = (personId: Viewer['personId']): RawBuilder<unknown> =>
  sql`(SELECT json_agg(f.id) FROM person f WHERE f.merged_into = ${personId})`;
