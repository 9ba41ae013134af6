import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity } from '../sql/visibility.ts';
import { communityCardColumns, joinMine } from './card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from './card-view.ts';
import type { CommunityPage, DirectoryQuery } from './contract.ts';

type Listed = CommunityCardRow & { readonly place: number; readonly how: How };

/** All the words; if nothing has them all, any of them; if nothing has any, what is spelt alike. */
const ways = ['all', 'any', 'alike'] as const;
type How = (typeof ways)[number];

/** How much of what was typed must be spelt alike (pg_trgm's word similarity, 0 to 1) to be taken for a typing error. */
const ALIKE_ENOUGH = 0.37;

/**
 * One page of the directory in one round trip: lively and new communities first, or, where words are looked for, the
 * best match first. Only when nothing has the words as typed does it look for names and topics that are spelt alike.
 */
export async function listDirectory(db: Kysely<Database>, actor: Actor, query: DirectoryQuery): Promise<CommunityPage> {
  const { q, limit } = query;
  const { rows } = await (q === undefined ? byLiveliness(actor, query) : byWords(actor, query, q)).execute(db);
  return pageOf(rows, limit, keyOf(q), viewCommunityCard);
}

const keyOf = (q: string | undefined) => (row: Listed) =>
  q === undefined ? [row.place, row.id] : [row.how, row.place, row.id];

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
  const after = readCursor(query.cursor, 'text', 'number', 'id');
  const later = after ? sql`AND (place, id) < (${after[1]}::float8, ${after[2]}::uuid)` : sql``;
  const page = (how: How, condition: RawBuilder<unknown>) => sql<Listed>`(
    SELECT * FROM (
      SELECT ${communityCardColumns}, ${rankOf[how](q)}::float8 AS place, ${sql.lit(how)} AS how
      FROM community ${joinMine(actor)}
      WHERE ${conditions(actor, query)} AND ${matches[how](q)}) found
    WHERE ${condition} ${later} ORDER BY place DESC, id DESC LIMIT ${query.limit + 1})`;

  // A later page goes on in the way in which the first one found something.
  const known = ways.find((how) => how === after?.[0]);
  if (known) return page(known, sql`true`);
  return sql<Listed>`
    WITH alls AS MATERIALIZED ${page('all', sql`true`)},
      anys AS MATERIALIZED ${page('any', sql`NOT EXISTS (SELECT FROM alls)`)}
    SELECT * FROM alls UNION ALL SELECT * FROM anys
    UNION ALL ${page('alike', sql`NOT EXISTS (SELECT FROM alls) AND NOT EXISTS (SELECT FROM anys)`)}
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

const allWords = (q: string) => sql`websearch_to_tsquery('english', copse_fold(${q}))`;
const anyWord = (q: string) => sql`replace(plainto_tsquery('english', copse_fold(${q}))::text, ' & ', ' | ')::tsquery`;
const name = sql`copse_fold(community.name)`;
const beginsWith = (q: string) => sql`${name} LIKE copse_fold(${escapeLike(q)}) || '%'`;
const contains = (q: string) => sql`${name} LIKE '%' || copse_fold(${escapeLike(q)}) || '%'`;
const likeness = (q: string) => sql`greatest(
  word_similarity(copse_fold(${q}), ${name}), word_similarity(copse_fold(${q}), copse_words(community.topics)))`;

type Condition = (q: string) => RawBuilder<unknown>;

const matches: Readonly<Record<How, Condition>> = {
  all: (q) => sql`(community.search @@ ${allWords(q)} OR ${contains(q)})`,
  any: (q) => sql`community.search @@ ${anyWord(q)}`,
  alike: (q) => sql`${likeness(q)} >= ${ALIKE_ENOUGH}`,
};

/** The weights are those of domain, purpose, topics and name; what a name begins with or contains comes first. */
const textRank = (query: RawBuilder<unknown>) => sql`ts_rank('{0.1, 0.3, 0.6, 1.0}', community.search, ${query})`;
const rankOf: Readonly<Record<How, Condition>> = {
  all: (q) =>
    sql`(${textRank(allWords(q))} + CASE WHEN ${beginsWith(q)} THEN 1 WHEN ${contains(q)} THEN 0.5 ELSE 0 END)`,
  any: (q) => textRank(anyWord(q)),
  alike: likeness,
};

/** Takes the wildcards out of a text that LIKE compares with. */
export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
