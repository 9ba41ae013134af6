import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../sql/visibility.ts';

/** How the viewer stands to the community of the row. Needs `community` in scope. */
export const communityStanding = ({ personId }: Pick<Viewer, 'personId'>): RawBuilder<unknown> => sql`
  EXISTS (SELECT FROM membership m WHERE m.community_id = community.id AND m.person_id = ${personId}
    AND m.state = 'member') AS is_member,
  (SELECT json_agg(json_build_object('role', g.role, 'until', g.until)) FROM role_grant g
    WHERE g.community_id = community.id AND g.person_id = ${personId}) AS my_roles,
  community.closed_at IS NOT NULL AS closed`;

/** The same, with whether they host the gathering of the row. Needs `gathering` in scope, too. */
export const gatheringStanding = (viewer: Pick<Viewer, 'personId'>): RawBuilder<unknown> => sql`
  ${communityStanding(viewer)},
  EXISTS (SELECT FROM gathering_host h WHERE h.gathering_id = gathering.id AND h.person_id = ${viewer.personId}) AS hosts_it`;
