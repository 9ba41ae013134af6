import { type RawBuilder, sql } from 'kysely';
import {
  metInCommunities,
  type Viewer,
  visibleCommunity,
  visiblePerson,
  visiblePractice,
  visibleQuestion,
} from '../sql/visibility.ts';
import type { SearchKind } from './contract.ts';

/**
 * A word that ten thousand things have in common tells little apart, and weighing them all would keep everybody
 * waiting. So matches are taken in turns until there are enough, and only these are weighed: what has the words in its
 * title or topics, then what has them anywhere; in each the newest and weightiest few thousand documents of the kind,
 * then the rest. A turn that is not needed is not run, and the first is cut down within the index. Words that few
 * things share find them all.
 */
export type Asked = Viewer & {
  /** A tsquery as text. */
  readonly words: string;
  readonly communityId: string;
  readonly topic: string;
  readonly state: string;
};

/** What decides the look of the statement. */
export type Filters = { readonly communityId: boolean; readonly topic: boolean; readonly state: boolean };

type Where = { readonly column: 'head' | 'search'; readonly era: RawBuilder<unknown> };

/**
 * The matches of one kind that are worth weighing, at most `enough`, with what they are weighed by. `newest`: from which
 * era on to look first, if that makes a difference.
 */
export function matchesOf(
  kind: SearchKind,
  asked: Asked,
  filters: Filters,
  { newest, enough, columns }: { newest: number | null; enough: number; columns: readonly Where['column'][] },
): RawBuilder<unknown> {
  // The second is written so that the index is not asked: it would gather all the old documents first.
  const eras = newest === null ? [sql`true`] : [sql`era >= ${newest}::smallint`, sql`era + 0 < ${newest}::smallint`];
  const turns = columns.flatMap((column) => eras.map((era) => turn(kind, asked, filters, { column, era }, enough)));
  return sql`(SELECT * FROM (${sql.join(turns, sql` UNION ALL `)}) AS turns LIMIT ${sql.lit(enough)})`;
}

/** In the inner query nothing but the index and the narrow rows is read; who may see it is asked of each in turn. */
function turn(kind: SearchKind, asked: Asked, filters: Filters, { column, era }: Where, enough: number) {
  const conditions = [
    sql`organisation_id = ${asked.organisationId}`,
    sql`kind = ${sql.lit(kind)}`,
    era,
    sql`${sql.ref(column)} @@ ${asked.words}::tsquery`,
  ];
  // A guest knows few of those who share a word: the others are left out before anything is asked of them.
  if (kind === 'person' && asked.guest) {
    conditions.push(sql`(ref_id = ${asked.personId}::uuid OR ref_id IN (${metInCommunities(asked.personId)}))`);
  }
  if (column === 'search') conditions.push(sql`NOT head @@ ${asked.words}::tsquery`);
  if (filters.communityId) conditions.push(sql`community_id = ${asked.communityId}::uuid`);
  if (filters.topic) conditions.push(sql`topics @> ARRAY[${asked.topic}]::text[]`);
  const { record, visible, state } = records[kind];
  return sql`(
    SELECT document.*
    FROM (
      SELECT kind, ref_id AS id, weight, prior, updated_at, title, search FROM search_document
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY prior DESC, ref_id OFFSET 0
    ) AS document
    CROSS JOIN LATERAL (
      SELECT FROM ${record}
      WHERE ${visible(asked)} ${filters.state && state ? sql`AND ${state} = ${asked.state}` : sql``} OFFSET 0
    ) AS seen
    ORDER BY document.prior DESC, document.id LIMIT ${sql.lit(enough)}
  )`;
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
    visible: (viewer) => sql<boolean>`person.id = document.id AND ${visiblePerson(viewer)}`,
  },
  question: {
    record: sql`question JOIN community ON community.id = question.community_id`,
    visible: (viewer) =>
      sql<boolean>`question.id = document.id AND question.hidden_at IS NULL AND ${visibleQuestion(viewer)}`,
    state: sql`question.state`,
  },
};
