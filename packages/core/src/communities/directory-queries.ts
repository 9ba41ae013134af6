import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { visibleCommunity, type Viewer } from '../sql/visibility.ts';
import { communityCardColumns, joinMine } from './card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from './card-view.ts';
import type { CommunityPage, DirectoryQuery } from './contract.ts';

type Listed = CommunityCardRow & { readonly place: number };

/** All the words; if nothing has them all, any of them; if nothing has any, what is spelt alike. */
const ways = ['all', 'any', 'alike'] as const;
type How = (typeof ways)[number];

/** How much of what was typed must be spelt alike (pg_trgm's word similarity, 0 to 1) to be taken for a typing error. */
const ALIKE_ENOUGH = 0.37;

/**
 * One page of the directory: lively and new communities first, or, where words are looked for, the best match first.
 *
 * One round trip; a second and a third only when nothing has all the words, or any of them, as they were typed.
 */
export async function listDirectory(db: Kysely<Database>, actor: Actor, query: DirectoryQuery): Promise<CommunityPage> {
  const { q, limit } = query;
  if (q === undefined) {
    const after = readCursor(query.cursor, 'number', 'id');
    const look = { ...query, guest: actor.guest, later: after !== undefined };
    const rows = await byLiveliness(look)(db, {
      ...actor,
      stage: query.stage,
      topic: [query.topic],
      format: query.format,
      archetype: query.archetype,
      place: after?.[0],
      id: after?.[1],
    });
    return pageOf(rows, limit, ({ place, id }) => [place, id], viewCommunityCard);
  }
  const after = readCursor(query.cursor, 'text', 'number', 'id');
  // A later page goes on in the way in which the first one found something.
  const begun = ways.find((how) => how === after?.[0]);
  for (const how of begun ? [begun] : ways) {
    const { rows } = await byWords(actor, query, { q, how, after }).execute(db);
    if (rows.length > 0) return pageOf(rows, limit, ({ place, id }) => [how, place, id], viewCommunityCard);
  }
  return { items: [] };
}

type Look = Omit<DirectoryQuery, 'q' | 'cursor'> & Guest & { readonly later: boolean };
type Places = Viewer & {
  readonly stage: unknown;
  readonly topic: unknown;
  readonly format: unknown;
  readonly archetype: unknown;
  readonly place: unknown;
  readonly id: unknown;
};

const byLiveliness = preparedBy<Look, Places, Listed>(
  ({ guest, stage, topic, format, archetype, mine, later, limit }) =>
    [guest, stage, topic, format, archetype, mine, later].map((one) => (one ? 1 : 0)).join('') + limit,
  (look, places) => {
    const viewer = viewerOf(look, places);
    return sql<Listed>`
      SELECT ${communityCardColumns}, community.liveliness AS place
      FROM community ${joinMine(viewer)}
      WHERE ${conditions(viewer, look, places)}
        ${look.later ? sql`AND (community.liveliness, community.id) < (${places.place}::float8, ${places.id}::uuid)` : sql``}
      ORDER BY community.liveliness DESC, community.id DESC
      LIMIT ${sql.lit(look.limit + 1)}
    `;
  },
);

type Looking = {
  readonly q: string;
  readonly how: How;
  readonly after: readonly [string, number, string] | undefined;
};

const byWords = (actor: Actor, query: DirectoryQuery, { q, how, after }: Looking) => sql<Listed>`
  SELECT * FROM (
    SELECT ${communityCardColumns}, ${rankOf[how](q)}::float8 AS place
    FROM community ${joinMine(actor)}
    WHERE ${conditions(actor, query, { ...query, topic: [query.topic] })} AND ${matches[how](q)}) found
  ${after ? sql`WHERE (place, id) < (${after[1]}::float8, ${after[2]}::uuid)` : sql``}
  ORDER BY place DESC, id DESC LIMIT ${sql.lit(query.limit + 1)}
`;

type Filters = Pick<DirectoryQuery, 'topic' | 'format' | 'archetype' | 'stage' | 'mine'>;

/** `given` says which filters there are, `values` what they are (or where that will stand). */
function conditions(viewer: Viewer, given: Filters, values: Partial<Places>): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [visibleCommunity(viewer)];
  all.push(given.stage ? sql`community.stage = ${values.stage}` : sql`community.closed_at IS NULL`);
  if (given.topic) all.push(sql`community.topics @> ${values.topic}::text[]`);
  if (given.format) all.push(sql`community.format = ${values.format}`);
  if (given.archetype) all.push(sql`community.archetype = ${values.archetype}`);
  if (given.mine) all.push(sql`mine.state = 'member'`);
  return sql.join(all, sql` AND `);
}

const allWords = (q: string) => sql`websearch_to_tsquery('english', copse_fold(${q}))`;
const anyWord = (q: string) => sql`replace(plainto_tsquery('english', copse_fold(${q}))::text, ' & ', ' | ')::tsquery`;
const name = sql`community.folded_name`;
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
