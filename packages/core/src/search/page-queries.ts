import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { byGuest, preparedBy } from '../sql/prepared.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { SearchKind, SearchQuery } from './contract.ts';
import { dateOf } from './date-queries.ts';
import { HALF_LIFE_MS } from './document.ts';
import { type ErasByKind, lookOf } from './era-queries.ts';
import { type Asked, askedFor, type Filters, matchesOf, stepValues, type Words } from './matches-queries.ts';
import { NEAR } from './passage-queries.ts';
import type { Hit } from './view.ts';

/** Matches of each kind that are weighed against each other: more where one kind is asked for. */
const WEIGHED = { oneOfAll: 30, alone: 300 };

type Asking = {
  readonly viewer: Viewer;
  readonly query: SearchQuery;
  readonly words: string;
  readonly kinds: readonly SearchKind[];
  /** The rank, kind and id after which the page begins. */
  readonly after: readonly [string, string, string] | undefined;
  readonly eras: ErasByKind;
  /** An instant as text. */
  readonly today: string;
  /** So many of each kind instead of a page of all, so that many of one hide none of another. */
  readonly ofEach?: OfEach | undefined;
};

/** `most`: as in `EachQuery`; `besides`: how many other kinds have been found already. */
type OfEach = { readonly most: readonly number[]; readonly besides: number };

/** One page and one more, the best first; of each kind so many and one more, whose text is not read. */
export function findPage(db: Kysely<Database>, asking: Asking): Promise<Hit[]> {
  const { viewer, query, words, kinds, after, eras, today, ofEach } = asking;
  const filters = { communityId: !!query.communityId, topic: !!query.topic, state: !!query.state };
  const look: Look = {
    kinds,
    eras,
    filters,
    guest: viewer.guest,
    after: after !== undefined,
    ofEach: ofEach !== undefined,
  };
  return pageQuery(look)(db, {
    personId: viewer.personId,
    organisationId: viewer.organisationId,
    words,
    communityId: query.communityId ?? '',
    topic: query.topic ?? '',
    state: query.state ?? '',
    ...stepValues(kinds, eras),
    today,
    rank: after?.[0] ?? '',
    kind: after?.[1] ?? '',
    id: after?.[2] ?? '',
    limit: query.limit + 1,
    most: ofEach?.most ?? [],
    besides: ofEach?.besides ?? 0,
  });
}

type Look = {
  readonly kinds: readonly SearchKind[];
  readonly eras: ErasByKind;
  readonly filters: Filters;
  readonly guest: boolean;
  readonly after: boolean;
  readonly ofEach: boolean;
};

type Values = Omit<Asked, 'guest'> &
  Words & {
    readonly today: string;
    readonly rank: string;
    readonly kind: string;
    readonly id: string;
    readonly limit: number;
    readonly most: readonly number[];
    readonly besides: number;
  };

const keyOf = ({ kinds, eras, filters, guest, after, ofEach }: Look) =>
  JSON.stringify([kinds, lookOf(eras, kinds), filters, byGuest({ guest }), after, ofEach]);

/**
 * Texts are read of the page's own rows only, which need not be looked for again: one statement sees each in one place.
 * How many bytes all of a text has, PostgreSQL knows without reading it.
 */
const pageQuery = preparedBy<Look, Values, Hit>(
  keyOf,
  ({ kinds, eras, filters, guest, after, ofEach }, places) => {
    const asked: Asked = {
      personId: places.personId,
      organisationId: places.organisationId,
      guest,
      communityId: places.communityId,
      topic: places.topic,
      state: places.state,
    };
    const enough = kinds.length === 1 && !ofEach ? WEIGHED.alone : WEIGHED.oneOfAll;
    const weighed = kinds.map((kind) => {
      const matches = matchesOf(kind, asked, filters, { eras: eras[kind], enough, columns: ['head', 'search'] });
      const all = weigh(kind, matches, places);
      return ofEach ? sql`(${all} ORDER BY rank DESC, id DESC LIMIT ${places.limit})` : all;
    });
    const rest = after
      ? sql`WHERE (rank, kind, id) < (${places.rank}::numeric, ${places.kind}, ${places.id}::uuid)`
      : sql``;
    const best = sql`
      SELECT weighed.* FROM ${askedFor(kinds, eras, asked, places)}
      CROSS JOIN LATERAL (${sql.join(weighed, sql` UNION ALL `)}) AS weighed ${rest}`;
    const near = sql`left(document.body, ${sql.lit(NEAR)})`;
    const shown = ofEach ? sql`CASE WHEN page.place > page.most THEN '' ELSE ${near} END` : near;
    return sql<Hit>`
    WITH ${
      ofEach
        ? bestOfEach(best, places)
        : sql`page AS (${best} ORDER BY rank DESC, kind DESC, id DESC LIMIT ${places.limit})`
    }
    SELECT page.kind, page.id, page.rank, document.title, document.topics, document.community_id,
      community.name AS community_name, coalesce(question.state, practice.life) AS state, question.answer_count,
      date.id AS date_id, date.starts_at,
      near.text, octet_length(near.text) < octet_length(document.body) AS goes_on
    FROM page
    JOIN search_document AS document ON document.ctid = page.tuple
    CROSS JOIN LATERAL (SELECT ${shown} AS text OFFSET 0) AS near
    LEFT JOIN community ON community.id = document.community_id
    LEFT JOIN question ON question.id = CASE page.kind WHEN 'question' THEN page.id END
    LEFT JOIN practice ON practice.id = CASE page.kind WHEN 'practice' THEN page.id END
    ${dateOf('page', places.today)}
    ORDER BY page.rank DESC, page.kind DESC, page.id DESC
  `;
  },
  { merging: true },
);

/** How many of a kind are wanted is known once it is known of how many kinds there are any. */
const bestOfEach = (best: RawBuilder<unknown>, { most, besides }: Pick<Values, 'most' | 'besides'>) => sql`
    best AS MATERIALIZED (${best}),
    wanted AS MATERIALIZED (
      SELECT (${most}::integer[])[least(cardinality(${most}::integer[]), ${besides}::integer + count(DISTINCT kind))] AS most
      FROM best
    ),
    page AS (
      SELECT * FROM (
        SELECT best.*, row_number() OVER (PARTITION BY kind ORDER BY rank DESC, id DESC) AS place FROM best
      ) AS placed CROSS JOIN wanted WHERE place <= most + 1
    )`;

/**
 * How near the words stand to each other and where (cover density; title, topics and text count 1, 0.6 and 0.2), times
 * what others think of it, times how fresh it is: never less than half.
 */
function weigh(kind: SearchKind, matches: RawBuilder<unknown>, { today }: Pick<Values, 'today'>) {
  const ages = kind === 'question' || kind === 'practice' || kind === 'gathering';
  // As floating-point numbers: powers of decimal ones take a hundred times as long.
  const age = sql`extract(epoch FROM ${today}::timestamptz - updated_at)::float8`;
  const halfLives = sql`${age} / ${sql.lit(HALF_LIFE_MS / 1000)}::float8`;
  const freshness = ages ? sql`* greatest(0.5, power(0.5::float8, greatest(0, ${halfLives})))` : sql``;
  return sql`
    SELECT ${sql.lit(kind)} AS kind, id, tuple,
      round((ts_rank_cd('{0.1, 0.2, 0.6, 1.0}', search, asked.words, 1) * weight ${freshness})::numeric, 9) AS rank
    FROM ${matches} AS matches`;
}
