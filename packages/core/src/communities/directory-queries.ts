import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { type Guest, preparedBy, viewerOf } from '../sql/prepared.ts';
import { knownCommunity, uncoordinated, type Viewer } from '../sql/visibility.ts';
import { communityCardColumns, joinMine } from './card-queries.ts';
import { type CommunityCardRow, viewCommunityCard } from './card-view.ts';
import type { CommunityPage, DirectoryQuery } from './contract.ts';
import { type Meant, meantBy } from './meant-queries.ts';

type Listed = CommunityCardRow & { readonly place: number };

/** All the words; if nothing has them all, what they were probably meant to be; if nothing has that, any of them. */
const ways = ['all', 'meant', 'any'] as const;
type How = (typeof ways)[number];

/**
 * One page of the directory: lively and new communities first, or, where words are looked for, the best match first.
 *
 * One round trip; more only when nothing has all the words as they were typed.
 */
export async function listDirectory(db: Kysely<Database>, actor: Actor, query: DirectoryQuery): Promise<CommunityPage> {
  const { q, limit } = query;
  if (q === undefined) {
    const after = readCursor(query.cursor, 'number', 'id');
    const look = { ...query, ...lookOf(actor), later: after !== undefined };
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
  let meant: Meant | undefined;
  for (const how of begun ? [begun] : ways) {
    if (how !== 'all') meant ??= await meantBy(db, actor, q);
    const { rows } = await byWords(actor, query, { q, how, after, meant: meant ?? [] }).execute(db);
    if (rows.length > 0) return pageOf(rows, limit, ({ place, id }) => [how, place, id], viewCommunityCard);
  }
  return { items: [] };
}

type Reader = Guest & { readonly administrator: boolean };
const lookOf = ({ guest, administrator }: Actor): Reader => ({ guest, administrator });
type Look = Omit<DirectoryQuery, 'q' | 'cursor'> & Reader & { readonly later: boolean };
type Places = Viewer & {
  readonly stage: unknown;
  readonly topic: unknown;
  readonly format: unknown;
  readonly archetype: unknown;
  readonly place: unknown;
  readonly id: unknown;
};

const byLiveliness = preparedBy<Look, Places, Listed>(
  ({ guest, administrator, stage, topic, format, archetype, mine, uncoordinated: alone, later, limit }) =>
    [guest, administrator, stage, topic, format, archetype, mine, alone, later].map((one) => (one ? 1 : 0)).join('') +
    limit,
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
  readonly meant: Meant;
};

const byWords = (actor: Actor, query: DirectoryQuery, looking: Looking) => {
  const { how, after } = looking;
  return sql<Listed>`
    SELECT * FROM (
      SELECT ${communityCardColumns}, ${rankOf[how](looking)}::float8 AS place
      FROM community ${joinMine(actor)}
      WHERE ${conditions(actor, { ...query, ...lookOf(actor) }, { ...query, topic: [query.topic] })} AND ${matches[how](looking)}) found
    ${after ? sql`WHERE (place, id) < (${after[1]}::float8, ${after[2]}::uuid)` : sql``}
    ORDER BY place DESC, id DESC LIMIT ${sql.lit(query.limit + 1)}
  `;
};

type Filters = Pick<DirectoryQuery, 'topic' | 'format' | 'archetype' | 'stage' | 'mine' | 'uncoordinated'> & Reader;

/** `given` says which filters there are, `values` what they are (or where that will stand). */
function conditions(viewer: Viewer, given: Filters, values: Partial<Places>): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [knownCommunity(viewer, given.administrator)];
  all.push(given.stage ? sql`community.stage = ${values.stage}` : sql`community.closed_at IS NULL`);
  if (given.topic) all.push(sql`community.topics @> ${values.topic}::text[]`);
  if (given.format) all.push(sql`community.format = ${values.format}`);
  if (given.archetype) all.push(sql`community.archetype = ${values.archetype}`);
  if (given.mine) all.push(sql`mine.state = 'member'`);
  if (given.uncoordinated) all.push(uncoordinated);
  return sql.join(all, sql` AND `);
}

const allWords = (q: string) => sql`websearch_to_tsquery('english', copse_fold(${q}))`;
const anyWord = (q: string) => sql`replace(plainto_tsquery('english', copse_fold(${q}))::text, ' & ', ' | ')::tsquery`;
const name = sql`community.folded_name`;
const beginsWith = (q: string) => sql`${name} LIKE copse_fold(${escapeLike(q)}) || '%'`;
const contains = (q: string) => sql`${name} LIKE '%' || copse_fold(${escapeLike(q)}) || '%'`;
const unspaced = (text: RawBuilder<unknown>) => sql`regexp_replace(${text}, '[^[:alnum:]]+', '', 'g')`;

/** Every typed word, or what it was probably meant to be; matches nothing where there is no word. */
const everyMeant = (meant: Meant) =>
  sql`(${sql.join(
    meant.map((words) => sql`(${sql.join(words.map(wordForms), sql` || `)})`),
    sql` && `,
  )})`;
const wordForms = (word: string) => sql`plainto_tsquery('english', ${word})`;
const anyMeant = (q: string, meant: Meant) => sql.join([anyWord(q), ...meant.flat().map(wordForms)], sql` || `);

type Condition = (looking: Looking) => RawBuilder<unknown>;

const matches: Readonly<Record<How, Condition>> = {
  all: ({ q }) => sql`(community.search @@ ${allWords(q)} OR ${contains(q)})`,
  // «datacraft» and «e-learning» are the spaces and hyphens of a name that were forgotten, or put in.
  meant: ({ q, meant }) => {
    const together = sql`${unspaced(sql`copse_fold(${q})`)}`;
    const joined = sql`(length(${together}) > 3 AND ${unspaced(name)} LIKE '%' || ${together} || '%')`;
    return meant.length > 0 ? sql`(community.search @@ ${everyMeant(meant)} OR ${joined})` : joined;
  },
  any: ({ q, meant }) => sql`community.search @@ (${anyMeant(q, meant)})`,
};

/** The weights are those of domain, purpose, topics and name; what a name begins with or contains comes first. */
const textRank = (query: RawBuilder<unknown>) => sql`ts_rank('{0.1, 0.3, 0.6, 1.0}', community.search, ${query})`;
const rankOf: Readonly<Record<How, Condition>> = {
  all: ({ q }) =>
    sql`(${textRank(allWords(q))} + CASE WHEN ${beginsWith(q)} THEN 1 WHEN ${contains(q)} THEN 0.5 ELSE 0 END)`,
  meant: ({ meant }) => (meant.length > 0 ? textRank(everyMeant(meant)) : sql`0`),
  any: ({ q, meant }) => textRank(anyMeant(q, meant)),
};

/** Takes the wildcards out of a text that LIKE compares with. */
export const escapeLike = (text: string) => text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
