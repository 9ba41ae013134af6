import { type Kysely, type RawBuilder, sql } from 'kysely';
import { communityCardColumns } from '../communities/card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from '../communities/card-view.ts';
import type { Database } from '../sql/database.ts';
import { prepared, preparedBy } from '../sql/prepared.ts';
import type { Call } from './attention.ts';
import type { StewardshipQueries } from './ports.ts';
import { DAY_MS } from '../kernel/durations.ts';

type MineRow = CommunityCardRow & { readonly new_practices: number; readonly new_members: number };
type MinePage = { readonly profile_started: boolean; readonly communities: readonly MineRow[] | null };
type CallRow = {
  readonly kind: Call['kind'];
  readonly count: number;
  readonly community_id: string;
  readonly community_name: string;
  /** The one thing that is meant, where there is only one: a question or a practice, as the kind says. */
  readonly thing_id: string | null;
  readonly thing_title: string | null;
};

/** News are counted up to this number: an import of thousands is «99 new members» and not a slow page. */
const COUNTED = 99;
const CALLS = 100;
/** A role other than a coordinator's ends by itself; for this long its end is a call to renew it or to find somebody. */
const RECENT_DAYS = 30;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlStewardshipQueries({ db, now }: Deps): StewardshipQueries {
  return {
    async mine(actor, { limit, days }) {
      const since = new Date(now().getTime() - days * DAY_MS);
      const [page] = await mineQuery({ limit })(db, { personId: actor.personId, since });
      return {
        profileStarted: page?.profile_started ?? false,
        communities: (page?.communities ?? []).map((row) => ({
          community: viewCommunityCard(row),
          news: { practices: row.new_practices, members: row.new_members, days },
        })),
      };
    },

    async calls(actor) {
      const at = now();
      const rows = await callsQuery(db, {
        personId: actor.personId,
        at,
        today: at.toISOString().slice(0, 10),
        recently: new Date(at.getTime() - RECENT_DAYS * DAY_MS),
      });
      return rows.map(({ kind, count, community_id, community_name, thing_id, thing_title }) => ({
        kind,
        count,
        community: { id: community_id, name: community_name },
        ...(count === 1 && thing_id !== null && thing_title !== null
          ? { [kind === 'asked-for-help' ? 'question' : 'practice']: { id: thing_id, title: thing_title } }
          : {}),
      }));
    },
  };
}

const mineQuery = preparedBy<{ readonly limit: number }, { readonly personId: string; readonly since: Date }, MinePage>(
  ({ limit }) => String(limit),
  ({ limit }, { personId, since }) => sql<MinePage>`
  SELECT person.profile_started, (
    SELECT json_agg(c ORDER BY c.liveliness DESC, c.id DESC) FROM (
      SELECT ${communityCardColumns}, community.liveliness,
        (SELECT count(*) FROM (SELECT FROM membership m
          WHERE m.community_id = community.id AND m.state = 'member' AND m.since > ${since}
            AND m.person_id <> person.id LIMIT ${sql.lit(COUNTED)}) n) AS new_members,
        (SELECT count(*) FROM (SELECT FROM practice p
          WHERE p.community_id = community.id AND p.updated_at > ${since} AND p.life NOT IN ('draft', 'retired')
            AND p.owner_id <> person.id LIMIT ${sql.lit(COUNTED)}) n) AS new_practices
      FROM (SELECT community_id, state FROM membership
        WHERE person_id = person.id AND state = 'member' ORDER BY since DESC LIMIT ${sql.lit(limit)}) mine
      JOIN community ON community.id = mine.community_id) c) AS communities
  FROM person WHERE person.id = ${personId}
`,
);

type Asked = { readonly personId: string; readonly at: Date; readonly today: string; readonly recently: Date };

/**
 * Everything that waits for one person, by kind and community, in one round trip. It starts from what the person has
 * to do with, which is little, and reaches each pile by an index on the community.
 */
const callsQuery = prepared<Asked, CallRow>(
  ({ personId, at, today, recently }) => sql<CallRow>`
  WITH mine AS MATERIALIZED (
    SELECT m.community_id AS id, community.name, m.state,
      ARRAY(SELECT g.role FROM role_grant g WHERE g.community_id = m.community_id AND g.person_id = m.person_id
        AND (g.role = 'coordinator' OR g.until IS NULL OR g.until > ${at})) AS roles
    FROM membership m JOIN community ON community.id = m.community_id
    WHERE m.person_id = ${personId} AND m.state IN ('member', 'invited') AND community.closed_at IS NULL
    ORDER BY m.since DESC LIMIT ${sql.lit(CALLS)}
  )
  SELECT 'invitation' AS kind, 1 AS count, id AS community_id, name AS community_name,
    NULL::uuid AS thing_id, NULL AS thing_title
  FROM mine WHERE state = 'invited'
  UNION ALL
  SELECT 'asked-for-help', count(*), mine.id, mine.name, (array_agg(q.id))[1], min(q.title)
  FROM consulted k JOIN question q ON q.id = k.question_id JOIN mine ON mine.id = q.community_id
  WHERE k.person_id = ${personId} AND k.state = 'asked' AND q.hidden_at IS NULL AND mine.state = 'member'
  GROUP BY mine.id, mine.name
  UNION ALL
  SELECT 'requests-to-admit', (SELECT count(*) FROM membership r WHERE r.community_id = mine.id AND r.state = 'requested'),
    id, name, NULL, NULL
  FROM mine WHERE roles && '{coordinator,facilitator}'
    AND EXISTS (SELECT FROM membership r WHERE r.community_id = mine.id AND r.state = 'requested')
  UNION ALL
  SELECT 'terms-over', count(*), mine.id, mine.name, NULL, NULL
  FROM mine JOIN role_grant g ON g.community_id = mine.id
  WHERE 'coordinator' = ANY (mine.roles) AND g.until <= ${at}
    AND (g.role = 'coordinator' OR g.until > ${recently})
  GROUP BY mine.id, mine.name
  UNION ALL
  ${piles(
    'practices-to-endorse',
    sql`mine JOIN practice p ON p.community_id = mine.id`,
    sql`mine.state = 'member' AND p.life = 'proposed' AND p.owner_id <> ${personId}
      AND NOT EXISTS (SELECT FROM practice_credit c
        WHERE c.practice_id = p.id AND c.person_id = ${personId} AND c.credit IN ('author', 'contributor'))
      AND NOT EXISTS (SELECT FROM endorsement e WHERE e.practice_id = p.id AND e.person_id = ${personId})`,
  )}
  UNION ALL
  ${piles(
    'reviews-due',
    sql`mine JOIN practice p ON p.community_id = mine.id`,
    sql`mine.state = 'member' AND p.review_by <= ${today}::date
      AND p.life IN ('endorsed', 'in-use', 'under-review')
      AND (p.owner_id = ${personId} OR mine.roles && '{coordinator,knowledge-steward,expert}')`,
  )}
  UNION ALL
  ${piles(
    'own-drafts',
    sql`practice p JOIN community mine ON mine.id = p.community_id`,
    sql`p.owner_id = ${personId} AND p.life = 'draft' AND mine.closed_at IS NULL`,
  )}
`,
);

/** Practices of one kind, counted by community; the one meant is named where there is only one. */
const piles = (kind: Call['kind'], from: RawBuilder<unknown>, condition: RawBuilder<unknown>) => sql`
  SELECT ${sql.lit(kind)}, count(*), mine.id, mine.name, (array_agg(p.id))[1], min(p.title)
  FROM ${from} WHERE ${condition} GROUP BY mine.id, mine.name`;
