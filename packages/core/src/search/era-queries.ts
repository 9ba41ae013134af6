import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { type SearchKind, searchKinds } from './contract.ts';
import { keptFor } from './kept-for.ts';

/** Where documents of one kind are looked for: in its steps in turns, then everywhere else. */
export type Eras = {
  /**
   * The places of the newest and weightiest few hundred documents, then of the next, always more; none: there are few.
   * Each is written as PostgreSQL writes arrays, once for all searches.
   */
  readonly steps: readonly string[];
  /** The eras that the steps cover, both included. */
  readonly from: number;
  readonly to: number;
};
export type ErasByKind = Readonly<Record<SearchKind, Eras>>;

/** So many documents of a kind are looked at first, up to so many next, and so on; then the rest. */
const SIZES = [300, 1500, 6000];
/** Eras above the latest that the first step covers as well. What goes beyond them is found with the rest for a while. */
const SPARE = 2;
const KEPT_MS = 20_000;

type Deps = {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly sizes?: readonly number[];
};

/**
 * Where the newest few hundred and few thousand documents of each kind begin. Kept for a few seconds: an era that is a
 * little old lets a few more in and loses nothing, because the rest is looked at next.
 */
export const newestEras = ({ db, now, sizes = SIZES }: Deps): ((organisationId: string) => Promise<ErasByKind>) =>
  keptFor(KEPT_MS, now, (organisationId) => readEras(db, { organisationId, sizes }));

type Sought = { readonly organisationId: string; readonly sizes: readonly number[] };

async function readEras(db: Kysely<Database>, sought: Sought): Promise<ErasByKind> {
  const rows = new Map((await erasQuery(db, sought)).map((row) => [row.kind, row]));
  const erasOf = (kind: SearchKind) => stepsOf(sought.organisationId, rows.get(kind));
  return Object.fromEntries(searchKinds.map((kind) => [kind, erasOf(kind)])) as Record<SearchKind, Eras>;
}

function stepsOf(organisationId: string, row: Row | undefined): Eras {
  const steps: string[] = [];
  let to = (row?.latest ?? 0) + SPARE;
  const covered = { from: to + 1, to };
  for (const from of row?.beginnings ?? []) {
    if (from === null || from > to) continue;
    steps.push(`{${Array.from({ length: to - from + 1 }, (_, n) => placeOf(organisationId, to - n)).join()}}`);
    covered.from = from;
    to = from - 1;
  }
  return { steps, ...covered };
}

/** As copse_place() writes it. */
const placeOf = (organisationId: string, era: number) => `${organisationId}:${era}`;

/** How many steps there are for each kind: that decides the look of a statement. */
export const lookOf = (eras: ErasByKind, kinds: readonly SearchKind[]) =>
  kinds.map((kind) => eras[kind].steps.length).join('');

type Row = {
  readonly kind: SearchKind;
  readonly latest: number | null;
  /** The era in which each step ends; null where there are not so many documents. */
  readonly beginnings: readonly (number | null)[];
};

const eraAt = (offset: RawBuilder<unknown>) => sql`(
  SELECT copse_era(prior) FROM search_document AS document
  WHERE document.organisation_id = sought.organisation_id AND document.kind = kinds.kind
  ORDER BY copse_era(prior) DESC OFFSET ${offset} LIMIT 1)`;

const erasQuery = prepared<Sought, Row>(
  ({ organisationId, sizes }) => sql`
    SELECT kinds.kind, ${eraAt(sql`0`)} AS latest,
      ARRAY(SELECT ${eraAt(sql`sizes.size`)} FROM unnest(${sizes}::integer[]) AS sizes(size) ORDER BY size) AS beginnings
    FROM unnest(ARRAY[${sql.join(searchKinds.map((kind) => sql.lit(kind)))}]) AS kinds(kind)
    CROSS JOIN (SELECT ${organisationId}::uuid AS organisation_id) AS sought
  `,
);
