import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { knownCommunity, visibleCommunity, type Viewer } from '../sql/visibility.ts';
import { communityCardColumns, joinMine, personJson } from './card-queries.ts';
import { listDirectory } from './directory-queries.ts';
import type { CommunityViews } from './ports.ts';
import { type CommunityPageRow, viewCommunity } from './view.ts';

/** How many people with roles, and how many steps of its history, a page shows. */
const SHOWN = 60;
const TOPICS_SHOWN = 100;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlCommunityViews({ db, now }: Deps): CommunityViews {
  return {
    async see(actor, id) {
      const [row] = await pageById(actor)(db, { ...actor, id });
      return row && viewCommunity(actor, row, now());
    },

    async seeOnceMore(actor, id) {
      const [row] = await pageOnceMore(actor)(db, { ...actor, id });
      return row && viewCommunity(actor, row, now());
    },

    async seeAt(actor, kind, externalId) {
      const [row] = await pageAt(actor)(db, { ...actor, kind, externalId });
      return row && viewCommunity(actor, row, now());
    },

    list: (actor, query) => listDirectory(db, actor, query),

    async countTopics(actor) {
      const { rows } = await sql<{ topic: string; communities: number }>`
        SELECT topic, count(*) AS communities
        FROM community, unnest(community.topics) AS topic
        WHERE community.closed_at IS NULL AND ${visibleCommunity(actor)}
        GROUP BY topic ORDER BY communities DESC, topic LIMIT ${sql.lit(TOPICS_SHOWN)}
      `.execute(db);
      return { items: rows };
    },
  };
}

type Look = Guest & { readonly administrator: boolean };
const byLook = ({ guest, administrator }: Look) => `${byGuest({ guest })} ${administrator}`;
type ById = Viewer & { readonly id: string };

const pageById = preparedBy<Look, ById, CommunityPageRow>(byLook, (look, places) => {
  const viewer = viewerOf(look, places);
  return pageQuery(viewer, knownCommunity(viewer, look.administrator), sql`community.id = ${places.id}`);
});

const pageOnceMore = preparedBy<Look, ById, CommunityPageRow>(byLook, (look, places) => {
  const viewer = viewerOf(look, places);
  const own = sql<boolean>`community.organisation_id = ${viewer.organisationId}`;
  return pageQuery(viewer, own, sql`community.id = ${places.id}`);
});

const pageAt = preparedBy<Guest, Viewer & { readonly kind: string; readonly externalId: string }, CommunityPageRow>(
  byGuest,
  (look, places) => {
    const viewer = viewerOf(look, places);
    return pageQuery(
      viewer,
      visibleCommunity(viewer),
      sql`community.id = (
        SELECT community_id FROM connection
        WHERE organisation_id = ${viewer.organisationId} AND kind = ${places.kind}
          AND external_id = ${places.externalId})`,
    );
  },
);

/** One round trip for a whole page: every part of it is one aggregated point read by an index on the community. */
const pageQuery = (
  viewer: Viewer,
  allowed: RawBuilder<boolean>,
  condition: RawBuilder<unknown>,
) => sql<CommunityPageRow>`
  SELECT ${communityCardColumns},
    community.domain, community.practice, community.charter, community.welcome, community.cadence,
    community.first_steps, community.closed_at, community.close_reason, community.revision,
    (SELECT json_agg(h ORDER BY h.position) FROM (
      SELECT s.position, s.stage, s.since, s.note, CASE WHEN p.id IS NOT NULL THEN ${personJson('p')} END AS person
      FROM stage_change s LEFT JOIN person p ON p.id = s.by
      WHERE s.community_id = community.id ORDER BY s.position DESC LIMIT ${sql.lit(SHOWN)}) h) AS history,
    (SELECT json_agg(json_build_object('id', c.id, 'kind', c.kind, 'external_id', c.external_id, 'name', c.name,
        'url', c.url) ORDER BY c.connected_at, c.id)
      FROM connection c WHERE c.community_id = community.id) AS connections,
    (SELECT json_agg(t ORDER BY t.rank, t.since, t.person_id) FROM (
      SELECT g.role, g.since, g.until, g.person_id, ${personJson('p')} AS person, ${roleRank} AS rank
      FROM role_grant g JOIN person p ON p.id = g.person_id
      WHERE g.community_id = community.id ORDER BY rank, g.since, g.person_id LIMIT ${sql.lit(SHOWN)}) t) AS holders,
    (SELECT json_agg(json_build_object('role', g.role, 'since', g.since, 'until', g.until) ORDER BY g.since)
      FROM role_grant g WHERE g.community_id = community.id AND g.person_id = mine.person_id) AS my_roles,
    CASE WHEN mine.state IN ('invited', 'declined') THEN json_build_object(
      'at', mine.since, 'message', mine.message, 'reason', mine.reason,
      'person', (SELECT ${personJson('p')} FROM person p WHERE p.id = mine.decided_by)) END AS my_decision,
    (SELECT count(*) FROM membership r WHERE r.community_id = community.id AND r.state = 'requested') AS request_count
  FROM community ${joinMine(viewer)}
  WHERE ${condition} AND ${allowed}
`;

/** The order in which a page names its people: who answers for the community first. */
const roleRank = sql`array_position(
  ARRAY['coordinator', 'facilitator', 'sponsor', 'knowledge-steward', 'expert', 'mentor', 'knowledge-broker'], g.role)`;
