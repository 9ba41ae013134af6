import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../sql/visibility.ts';

/** What `viewCommunityCard` needs of `community`, with the viewer's own membership called `mine` (see `joinMine`). */
export const communityCardColumns = sql`
  community.id, community.name, community.purpose, community.topics, community.archetype, community.format,
  community.visibility, community.reach, community.stage, community.member_count, community.practice_count,
  community.founded_at, mine.state AS my_state
`;

/** The viewer's own membership, in whatever state; one point read per row. */
export const joinMine = ({ personId }: Viewer): RawBuilder<unknown> =>
  sql`LEFT JOIN membership mine ON mine.community_id = community.id AND mine.person_id = ${personId}`;

/** The columns of a person card as one JSON object. `alias` is the name by which the query calls `person`. */
export const personJson = (alias: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`json_build_object('id', ${column('id')}, 'name', ${column('name')}, 'affiliation', ${column('affiliation')},
    'guest', ${column('guest')}, 'state', ${column('state')})`;
};
