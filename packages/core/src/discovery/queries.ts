import { type Kysely, sql } from 'kysely';
import { communityCardColumns, joinMine } from '../communities/card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from '../communities/card-view.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { byGuest, type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleCommunity, type Viewer } from '../sql/visibility.ts';
import type { SimilarQuery } from './contract.ts';
import type { DiscoveryQueries } from './ports.ts';

type NearRow = CommunityCardRow & {
  readonly name_likeness: number;
  readonly shared_topics: string[];
  readonly shared_words: number;
  readonly draft_words: number;
};
type FitRow = CommunityCardRow & {
  readonly interests: string[];
  readonly wants_to_learn: string[];
  readonly practises: string[];
  readonly can_teach: string[];
  readonly challenge: boolean;
  readonly fellows: number;
};

export function sqlDiscoveryQueries({ db }: { readonly db: Kysely<Database> }): DiscoveryQueries {
  return {
    async near(actor, draft, limit) {
      const { rows } = await nearQuery(actor, draft, limit).execute(db);
      return rows.map((row) => ({
        community: viewCommunityCard(row),
        name: row.name_likeness,
        sharedTopics: row.shared_topics,
        words: row.draft_words === 0 ? 0 : row.shared_words / row.draft_words,
        wordCount: row.shared_words,
      }));
    },

    async fitting(actor, limit) {
      const rows = await fittingQuery({ ...actor, limit })(db, actor);
      return rows.map((row) => ({
        community: viewCommunityCard(row),
        interests: row.interests,
        wantsToLearn: row.wants_to_learn,
        practises: row.practises,
        canTeach: row.can_teach,
        challenge: row.challenge,
        fellows: row.fellows,
        members: row.member_count,
      }));
    },
  };
}

/**
 * Three indexes bring candidates (names by trigrams, topics, words of the text), at most `limit` each; only those are
 * measured exactly.
 */
const nearQuery = (actor: Actor, { name, purpose = '', topics = [] }: SimilarQuery, limit: number) => sql<NearRow>`
  WITH draft AS MATERIALIZED (
    SELECT copse_fold(${name}) AS name, ${topics}::text[] AS topics,
      to_tsvector('english', copse_fold(${`${name} ${purpose}`})) AS words,
      replace(plainto_tsquery('english', copse_fold(${`${name} ${purpose}`}))::text, ' & ', ' | ')::tsquery AS any_word
  ), candidate AS MATERIALIZED (
    (SELECT community.id FROM community, draft
      WHERE community.folded_name % draft.name AND ${living(actor)}
      ORDER BY similarity(community.folded_name, draft.name) DESC, community.id LIMIT ${sql.lit(limit)})
    UNION
    (SELECT community.id FROM community, draft WHERE community.topics && draft.topics AND ${living(actor)}
      ORDER BY cardinality(ARRAY(SELECT unnest(community.topics) INTERSECT SELECT unnest(draft.topics))) DESC,
        community.liveliness DESC LIMIT ${sql.lit(limit)})
    UNION
    (SELECT community.id FROM community, draft WHERE community.search @@ draft.any_word AND ${living(actor)}
      ORDER BY ts_rank(community.search, draft.any_word) DESC, community.id LIMIT ${sql.lit(limit)})
  )
  SELECT ${communityCardColumns},
    similarity(community.folded_name, draft.name)::float8 AS name_likeness,
    ARRAY(SELECT topic FROM unnest(community.topics) topic WHERE topic = ANY (draft.topics)) AS shared_topics,
    (SELECT count(*) FROM (SELECT unnest(tsvector_to_array(community.search))
      INTERSECT SELECT unnest(tsvector_to_array(draft.words))) w) AS shared_words,
    length(draft.words) AS draft_words
  FROM candidate JOIN community USING (id) CROSS JOIN draft ${joinMine(actor)}
`;

const living = (viewer: Viewer) => sql`community.closed_at IS NULL AND ${visibleCommunity(viewer)}`;

/** How many of the actor's communities, and of the people in each, the search for acquaintances looks at. */
const OWN_COMMUNITIES = 12;
const FELLOWS_EACH = 25;
const CANDIDATES = 12;

/**
 * Candidates come from four places, each bounded: topics that the person named and the words of their challenge; where
 * these are few, communities of which people of their newest communities are members too; and, so that a newcomer's list
 * is not empty, the liveliest.
 */
const fittingQuery = preparedBy<Guest & { readonly limit: number }, Viewer, FitRow>(
  (look) => `${byGuest(look)} ${look.limit}`,
  (look, places) => {
    const viewer = viewerOf(look, places);
    const limit = sql.lit(look.limit);
    return sql`
  WITH me AS MATERIALIZED (
    SELECT p.interests, s.wants_to_learn, s.practises, s.can_teach,
      p.interests || s.wants_to_learn || s.practises || s.can_teach AS topics,
      replace(plainto_tsquery('english', copse_fold(coalesce(p.challenge, '')))::text, ' & ', ' | ')::tsquery AS words
    FROM person p CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(topic) FILTER (WHERE level = 'wants-to-learn'), '{}') AS wants_to_learn,
        coalesce(array_agg(topic) FILTER (WHERE level = 'practises'), '{}') AS practises,
        coalesce(array_agg(topic) FILTER (WHERE level = 'can-teach'), '{}') AS can_teach
      FROM skill WHERE person_id = p.id) s
    WHERE p.id = ${viewer.personId}
  ), own AS MATERIALIZED (
    SELECT community_id FROM membership WHERE person_id = ${viewer.personId}
  ), named AS MATERIALIZED (
    (SELECT community.id FROM community, me WHERE community.topics && me.topics AND ${joinable(viewer)}
      ORDER BY cardinality(ARRAY(SELECT unnest(community.topics) INTERSECT SELECT unnest(me.topics))) DESC,
        community.liveliness DESC LIMIT ${sql.lit(CANDIDATES)})
    UNION
    (SELECT community.id FROM community, me WHERE community.search @@ me.words AND ${joinable(viewer)}
      ORDER BY ts_rank(community.search, me.words) DESC, community.id LIMIT ${sql.lit(CANDIDATES)})
  ), fellow AS MATERIALIZED (
    SELECT DISTINCT f.person_id
    FROM (SELECT community_id FROM membership WHERE person_id = ${viewer.personId} AND state = 'member'
      ORDER BY since DESC LIMIT ${sql.lit(OWN_COMMUNITIES)}) mine
    CROSS JOIN LATERAL (
      SELECT m.person_id FROM membership m
      WHERE m.community_id = mine.community_id AND m.state = 'member' AND m.person_id <> ${viewer.personId}
      ORDER BY m.since DESC LIMIT ${sql.lit(FELLOWS_EACH)}) f
    WHERE (SELECT count(*) FROM named) < ${limit}
  ), by_fellows AS MATERIALIZED (
    SELECT m.community_id AS id, count(*) AS fellows
    FROM fellow JOIN membership m ON m.person_id = fellow.person_id AND m.state = 'member'
    WHERE m.community_id NOT IN (SELECT community_id FROM own)
    GROUP BY m.community_id ORDER BY fellows DESC, m.community_id LIMIT ${sql.lit(CANDIDATES)}
  ), candidate AS MATERIALIZED (
    SELECT id FROM named UNION SELECT id FROM by_fellows
    UNION
    (SELECT community.id FROM community WHERE (SELECT count(*) FROM named) < ${limit} AND ${joinable(viewer)}
      ORDER BY community.liveliness DESC, community.id DESC LIMIT ${limit})
  ), measured AS (
    SELECT ${communityCardColumns}, community.liveliness,
      ${sharedWith('interests')} AS interests, ${sharedWith('wants_to_learn')} AS wants_to_learn,
      ${sharedWith('practises')} AS practises, ${sharedWith('can_teach')} AS can_teach,
      community.search @@ me.words AS challenge, ts_rank(community.search, me.words) AS challenge_rank,
      coalesce(by_fellows.fellows, 0) AS fellows
    FROM candidate JOIN community USING (id) CROSS JOIN me
      LEFT JOIN by_fellows ON by_fellows.id = community.id ${joinMine(viewer)}
    WHERE ${joinable(viewer)}
  )
  SELECT * FROM measured
  ORDER BY 3 * cardinality(wants_to_learn) + 2.5 * cardinality(interests) + 1.5 * cardinality(practises)
      + 1.5 * cardinality(can_teach) + CASE WHEN challenge THEN 1.5 + challenge_rank ELSE 0 END + ln(1 + fellows) DESC,
    liveliness DESC, id DESC
  LIMIT ${limit}
    `;
  },
);

/** Communities with an open door, of which the actor is no part in any way: not invited, not waiting, not gone. */
const joinable = (viewer: Viewer) => sql`(
  community.visibility <> 'by-invitation' AND ${living(viewer)}
  AND community.id NOT IN (SELECT community_id FROM own))`;

const sharedWith = (column: 'interests' | 'wants_to_learn' | 'practises' | 'can_teach') =>
  sql`ARRAY(SELECT topic FROM unnest(community.topics) topic WHERE topic = ANY (me.${sql.raw(column)}))`;
