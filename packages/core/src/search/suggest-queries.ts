import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { byGuest, preparedBy } from '../sql/prepared.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { SearchKind, SearchSuggestions } from './contract.ts';
import { dateOf } from './date-queries.ts';
import { type ErasByKind, lookOf } from './era-queries.ts';
import { type Asked, askedFor, matchesOf, stepValues, type Words } from './matches-queries.ts';
import { utc } from '../kernel/instant.ts';

/** As many as fit under a search box. */
const SHOWN = 8;
/** Titles of each kind that are compared with what was typed. */
const COMPARED = 24;

type Asking = {
  readonly viewer: Viewer;
  readonly q: string;
  readonly words: string;
  readonly kinds: readonly SearchKind[];
  readonly eras: ErasByKind;
  /** An instant as text. */
  readonly today: string;
};

/** The best of each kind in turns, titles that begin as typed before those that hold the words further on. */
export async function suggestTitles(
  db: Kysely<Database>,
  { viewer, q, words, kinds, eras, today }: Asking,
): Promise<SearchSuggestions['items']> {
  const { personId, organisationId, guest } = viewer;
  const rows = await titlesQuery({ kinds, eras, guest })(db, {
    personId,
    organisationId,
    q,
    words,
    today,
    ...stepValues(kinds, eras),
  });
  return rows.map(({ kind, id, title, community_id, community_name, date_id, starts_at }) => ({
    kind,
    id: date_id ?? id,
    ...(starts_at ? { startsAt: utc(starts_at) } : {}),
    title,
    ...(community_id && community_name ? { community: { id: community_id, name: community_name } } : {}),
  }));
}

type Look = { readonly kinds: readonly SearchKind[]; readonly eras: ErasByKind; readonly guest: boolean };
type Values = Pick<Asked, 'personId' | 'organisationId'> & Words & { readonly q: string; readonly today: string };
type Row = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly community_id: string | null;
  readonly community_name: string | null;
  readonly date_id: string | null;
  readonly starts_at: Date | null;
};

const NONE = { communityId: false, topic: false, state: false };

const titlesQuery = preparedBy<Look, Values, Row>(
  ({ kinds, eras, guest }) => `${kinds.join()} ${lookOf(eras, kinds)} ${byGuest({ guest })}`,
  ({ kinds, eras, guest }, places) => {
    const asked: Asked = {
      personId: places.personId,
      organisationId: places.organisationId,
      guest,
      communityId: '',
      topic: '',
      state: '',
    };
    const matches = kinds.map((kind) => {
      const found = matchesOf(kind, asked, NONE, { eras: eras[kind], enough: COMPARED, columns: ['head'] });
      return sql`
        SELECT ${sql.lit(kind)} AS kind, id, title, begins,
          row_number() OVER (ORDER BY begins DESC, prior DESC, id) AS place
        FROM (SELECT *, starts_with(copse_fold(title), copse_fold(${places.q})) AS begins FROM ${found} AS found) AS titles`;
    });
    return sql<Row>`
      SELECT best.kind, best.id, best.title,
        community.id AS community_id, community.name AS community_name,
        date.id AS date_id, date.starts_at
      FROM (
        SELECT matches.* FROM ${askedFor(kinds, eras, asked, places)}
        CROSS JOIN LATERAL (${sql.join(matches, sql` UNION ALL `)}) AS matches
        ORDER BY begins DESC, place, kind, id LIMIT ${sql.lit(SHOWN)}
      ) AS best
      LEFT JOIN search_document AS document
        ON document.kind = best.kind AND document.ref_id = best.id AND best.kind IN ('practice', 'question', 'gathering')
      LEFT JOIN community ON community.id = document.community_id
      ${dateOf('best', places.today)}
      ORDER BY best.begins DESC, best.place, best.kind, best.id
    `;
  },
  { merging: true },
);
