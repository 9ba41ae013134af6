import { type RawBuilder, sql } from 'kysely';
import {
  metInCommunities,
  type Viewer,
  visibleCommunity,
  visibleGathering,
  visiblePerson,
  visiblePractice,
  visibleQuestion,
} from '../sql/visibility.ts';
import type { SearchKind } from './contract.ts';
import type { Eras, ErasByKind } from './era-queries.ts';

/**
 * A word that ten thousand things have in common tells little apart, and weighing them all would keep everybody
 * waiting. So matches are taken in turns until there are enough, and only these are weighed: what has the words in its
 * title or topics, then what has them anywhere; in each the newest and weightiest few hundred documents of the kind,
 * then the next few thousand, then the rest. A turn that is not needed is not run, and all but the last are cut down
 * within the index. Words that few things share find them all.
 */
export type Asked = Viewer & {
  readonly communityId: string;
  readonly topic: string;
  readonly state: string;
};

/** What decides the look of the statement. */
export type Filters = { readonly communityId: boolean; readonly topic: boolean; readonly state: boolean };

/** What `askedFor` is filled with: the tsquery as text, and where each kind is looked for. */
export type Words = { readonly words: string } & Readonly<Record<string, unknown>>;

type Placed = readonly [name: string, type: 'text[]' | 'integer', value: string | number];

/** Where a kind is looked for, as columns of `asked`; none where it has few documents. */
function stepColumns(kind: SearchKind, { steps, from, to }: Eras): readonly Placed[] {
  if (steps.length === 0) return [];
  const places = steps.map((step, n): Placed => [`${kind}_${n}`, 'text[]', step]);
  return [...places, [`${kind}_from`, 'integer', from], [`${kind}_to`, 'integer', to]];
}

/** The values of those columns. */
export function stepValues(kinds: readonly SearchKind[], eras: ErasByKind): Readonly<Record<string, unknown>> {
  const columns = kinds.flatMap((kind) => stepColumns(kind, eras[kind]));
  return Object.fromEntries(columns.map(([name, , value]) => [name, value] as const));
}

/**
 * One row, `asked`: the tsquery that was made of the words, where each kind is looked for, and among whom a guest looks
 * for people. Set apart, so that PostgreSQL plans for words that it does not know: for those that it takes for rare it
 * would plan anew every time.
 */
export function askedFor(
  kinds: readonly SearchKind[],
  eras: ErasByKind,
  viewer: Viewer,
  places: Words,
): RawBuilder<unknown> {
  const steps = kinds
    .flatMap((kind) => stepColumns(kind, eras[kind]))
    .map(([name, type]) => sql`${places[name]}::${sql.raw(type)} AS ${sql.id(name)}`);
  const met = kinds.some((kind) => looksAmongMet(kind, viewer))
    ? [sql`ARRAY(${metInCommunities(viewer.personId)} UNION SELECT ${viewer.personId}::uuid) AS met`]
    : [];
  return sql`(SELECT ${sql.join([sql`${places.words}::tsquery AS words`, ...steps, ...met])} OFFSET 0) AS asked`;
}

/**
 * A guest knows few of the many people who share a word, so those are looked at whom they know: they are fewer than
 * whoever has the word, and are gathered once.
 */
const looksAmongMet = (kind: SearchKind, { guest }: Pick<Viewer, 'guest'>) => kind === 'person' && guest;

type Column = 'head' | 'search';
/** What has the words in its title or topics, and what has them in its text only. */
const inIt: Readonly<Record<Column, RawBuilder<unknown>>> = {
  head: sql`head @@ asked.words`,
  search: sql`search @@ asked.words AND NOT head @@ asked.words`,
};

/**
 * The matches of one kind that are worth weighing, at most `enough`, with what they are weighed by. Needs `asked` beside
 * it.
 */
export function matchesOf(
  kind: SearchKind,
  asked: Asked,
  filters: Filters,
  { eras, enough, columns }: { eras: Eras; enough: number; columns: readonly Column[] },
): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`asked.${kind}_${name}`);
  const steps = eras.steps.map((_, n) => sql`copse_place(organisation_id, prior) && ${column(String(n))}`);
  // The last is written so that the index of eras is not asked: it would gather all the other documents first.
  const rest = sql`organisation_id = ${asked.organisationId} AND ${
    steps.length === 0 ? sql`true` : sql`copse_era(prior) + 0 NOT BETWEEN ${column('from')} AND ${column('to')}`
  }`;
  // Everything that is in the title is in the text as well.
  const turns = looksAmongMet(kind, asked)
    ? [turn(kind, asked, filters, sql`ref_id = ANY(asked.met) AND ${sql.ref(columns.at(-1) ?? 'head')} @@ asked.words`)]
    : columns.flatMap((one) =>
        [...steps, rest].map((step) => turn(kind, asked, filters, sql`${step} AND ${inIt[one]}`)),
      );
  const { record, visible, state } = records[kind];
  return sql`(
    SELECT document.* FROM (${sql.join(turns, sql` UNION ALL `)}) AS document
    CROSS JOIN LATERAL (
      SELECT FROM ${record}
      WHERE ${visible(asked)} ${filters.state && state ? sql`AND ${state} = ${asked.state}` : sql``} OFFSET 0
    ) AS seen
    LIMIT ${sql.lit(enough)})`;
}

/** The best first. Nothing but the index and the narrow rows is read; who may see it is asked of each that is taken. */
function turn(kind: SearchKind, asked: Asked, filters: Filters, matching: RawBuilder<unknown>) {
  const conditions = [sql`kind = ${sql.lit(kind)}`, matching];
  if (filters.communityId) conditions.push(sql`community_id = ${asked.communityId}::uuid`);
  if (filters.topic) conditions.push(sql`topics @> ARRAY[${asked.topic}]::text[]`);
  return sql`(
    SELECT ref_id AS id, ctid AS tuple, weight, prior, updated_at, title, search FROM search_document
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY prior DESC, ref_id OFFSET 0)`;
}

type Findable = {
  /** The record of `document`, with what its visibility needs. */
  readonly record: RawBuilder<unknown>;
  readonly visible: (viewer: Viewer) => RawBuilder<boolean>;
  readonly state?: RawBuilder<unknown>;
};

/**
 * Whether the viewer may see it is asked of the record itself, by the fragments that lists and pages use too. What
 * stewards have hidden is found by nobody, not even by them: they have the queue.
 */
const records: Readonly<Record<SearchKind, Findable>> = {
  community: {
    record: sql`community`,
    visible: (viewer) => sql<boolean>`community.id = document.id AND ${visibleCommunity(viewer)}`,
  },
  practice: {
    record: sql`practice JOIN community ON community.id = practice.community_id`,
    visible: (viewer) =>
      sql<boolean>`practice.id = document.id AND practice.hidden_at IS NULL AND ${visiblePractice(viewer)}`,
    state: sql`practice.life`,
  },
  person: {
    record: sql`person`,
    // Guests look among those only whom they may see: see looksAmongMet().
    visible: (viewer) => sql<boolean>`person.id = document.id AND ${visiblePerson({ ...viewer, guest: false })}`,
  },
  question: {
    record: sql`question JOIN community ON community.id = question.community_id`,
    visible: (viewer) =>
      sql<boolean>`question.id = document.id AND question.hidden_at IS NULL AND ${visibleQuestion(viewer)}`,
    state: sql`question.state`,
  },
  // One without a date can be opened nowhere.
  gathering: {
    record: sql`gathering JOIN community ON community.id = gathering.community_id`,
    visible: (viewer) => sql<boolean>`gathering.id = document.id AND gathering.hidden_at IS NULL
      AND ${visibleGathering(viewer)} AND EXISTS (SELECT FROM occurrence WHERE gathering_id = gathering.id)`,
  },
};
