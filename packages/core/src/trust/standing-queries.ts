import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../sql/visibility.ts';

/** The columns of `StandingRow`. Needs `community` in scope. */
export const standingColumns = ({ personId }: Pick<Viewer, 'personId'>): RawBuilder<unknown> => sql`
  community.id AS community_id,
  EXISTS (SELECT FROM membership m
    WHERE m.community_id = community.id AND m.person_id = ${personId} AND m.state = 'member') AS is_member,
  (SELECT json_agg(json_build_object('role', g.role, 'until', g.until)) FROM role_grant g
    WHERE g.community_id = community.id AND g.person_id = ${personId}) AS my_roles,
  community.closed_at IS NOT NULL AS closed
`;
