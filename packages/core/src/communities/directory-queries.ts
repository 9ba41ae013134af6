import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import { communityCardColumns, joinMine } from './card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from './card-view.ts';
import type { CommunityPage, DirectoryQuery } from './contract.ts';

type Listed = CommunityCardRow & { readonly place: number; readonly spelling: 'exact' | 'similar' };

/** How much of what was typed must sound alike (pg_trgm word similarity, 0 to 1) before we call it a typing error. */
export const SIMILAR_ENOUGH = 0.45;

/**
 * One page of the directory in one round trip: lively and new communities first, or, where words are looked for, the
 * best match first. Only when nothing is spelt as typed does it look for names and topics that are spelt alike.
 */
export async function listDirectory(db: Kysely<Database>, actor: Actor, query: DirectoryQuery): Promise<CommunityPage> {
  const { q, limit } = query;
  const { rows } = await (q === undefined ? byLiveliness(actor, query) : byWords(actor, query, q)).execute(db);
  return pageOf(rows, limit, keyOf(q), viewCommunityCard);
}

const keyOf = (q: string | undefined) => (row: Listed) =>
  q === undefined ? [row.place, row.id] : [row.spelling, row.place, row.id];

const byLiveliness = (actor: Actor, query: DirectoryQuery) => {
  const after = readCursor(query.cursor, 'number', 'id');
  return sql<Listed>`
    SELECT ${communityCardColumns}, community.liveliness AS place
    FROM community ${joinMine(actor)}
    WHERE ${conditions(actor, query)}
      ${after ? sql`AND (community.liveliness, community.id) < (${after[0]}::float8, ${after[1]}::uuid)` : sql``}
    ORDER BY community.liveliness DESC, community.id DESC
    LIMIT ${query.limit + 1}
  `;
};

function byWords(actor: Actor, query: DirectoryQuery, q: string) {
  const [spelling, place, id] = readCursor(query.cursor, 'text', 'number', 'id') ?? [];
  const after = id === undefined ? sql`` : sql`WHERE (place, id) < (${place}::float8, ${id}::uuid)`;
  const select = (how: 'exact' | 'similar', rank: RawBuilder<unknown>, found: RawBuilder<unknown>) => sql<Listed>`
    SELECT ${communityCardColumns}, ${rank}::float8 AS place, ${sql.lit(how)} AS spelling
    FROM community ${joinMine(actor)}
    WHERE ${conditions(actor, query)} AND ${found}
  `;
  const exact = select('exact', rankOf(q), matches(q));
  const similar = select('similar', likeness(q), sql`${likeness(q)} >= ${SIMILAR_ENOUGH}`);
  const page = sql`${after} ORDER BY place DESC, id DESC LIMIT ${query.limit + 1}`;

  // A later page goes on as the first one began.
  if (spelling === 'exact') return sql<Listed>`SELECT * FROM (${exact}) found ${page}`;
  if (spelling === 'similar') return sql<Listed>`SELECT * FROM (${similar}) found ${page}`;
  return sql<Listed>`
    WITH exact AS (SELECT * FROM (${exact}) found ${page})
    SELECT * FROM exact
    UNION ALL (SELECT * FROM (${similar}) found WHERE NOT EXISTS (SELECT FROM exact) ${page})
    ORDER BY place DESC, id DESC
  `;
}

function conditions(actor: Actor, { topic, format, archetype, stage, mine }: DirectoryQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [visibleCommunity(actor)];
  all.push(stage ? sql`community.stage = ${stage}` : sql`community.closed_at IS NULL`);
  if (topic !== undefined) all.push(sql`community.topics @> ${[topic]}::text[]`);
  if (format) all.push(sql`community.format = ${format}`);
  if (archetype) all.push(sql`community.archetype = ${archetype}`);
  if (mine) all.push(sql`mine.state = 'member'`);
  return sql.join(all, sql` AND `);
}

/** The words as the search column has them, or a name that contains what was typed so far. */
const matches = (q: string) => sql`(
  community.search @@ ${tsquery(q)} OR copse_fold(community.name) LIKE '%' || copse_fold(${escapeLike(q)}) || '%')`;

const tsquery = (q: string) => sql`websearch_to_tsquery('english', copse_fold(${q}))`;

/** Weights by field (name, name and topics, purpose, domain), and what stands in the name before anything else. */
const rankOf = (q: string) => sql`(ts_rank('{0.1, 0.3, 0.6, 1.0}', community.search, ${tsquery(q)})
  + CASE WHEN copse_fold(community.name) LIKE copse_fold(${escapeLike(q)}) || '%' THEN 1
      WHEN copse_fold(community.name) LIKE '%' || copse_fold(${escapeLike(q)}) || '%' THEN 0.5 ELSE 0 END)`;

const likeness = (q: string) => sql`greatest(
  word_similarity(copse_fold(${q}), copse_fold(community.name)),
  word_similarity(copse_fold(${q}), copse_words(community.topics)))`;

export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
