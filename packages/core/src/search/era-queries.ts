import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { type SearchKind, searchKinds } from './contract.ts';

/** For each kind, the era from which on its newest and weightiest documents are; `null` where there are few of them. */
export type Eras = Readonly<Record<SearchKind, number | null>>;

/** Documents of a kind that are looked at first. */
const FIRST = 2000;
const KEPT_MS = 600_000;
const KEPT_ORGANISATIONS = 500;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };
type Known = { readonly eras: Promise<Eras>; readonly until: number };

/**
 * Where the newest few thousand documents begin, for each kind. Kept for ten minutes: an era that is a little old lets
 * a few more in and loses nothing, because the rest is looked at next.
 */
export function newestEras({ db, now }: Deps): (organisationId: string) => Promise<Eras> {
  const known = new Map<string, Known>();
  return (organisationId) => {
    const time = now().getTime();
    const kept = known.get(organisationId);
    if (kept && kept.until > time) return kept.eras;

    if (known.size >= KEPT_ORGANISATIONS) known.clear();
    const eras = readEras(db, organisationId);
    known.set(organisationId, { eras, until: time + KEPT_MS });
    eras.catch(() => known.delete(organisationId));
    return eras;
  };
}

async function readEras(db: Kysely<Database>, organisationId: string): Promise<Eras> {
  const rows = await erasQuery(db, { organisationId });
  const eras = new Map(rows.map(({ kind, era }) => [kind, era]));
  return Object.fromEntries(searchKinds.map((kind) => [kind, eras.get(kind) ?? null])) as Record<
    SearchKind,
    number | null
  >;
}

/** Which kinds have more documents than are looked at first: that decides the look of a statement. */
export const lookOf = (eras: Eras, kinds: readonly SearchKind[]) =>
  kinds.map((kind) => (eras[kind] === null ? '-' : '+')).join('');

const erasQuery = prepared<{ organisationId: string }, { kind: SearchKind; era: number | null }>(
  ({ organisationId }) => sql`
    SELECT kinds.kind, (
      SELECT era FROM search_document AS document
      WHERE document.organisation_id = ${organisationId} AND document.kind = kinds.kind
      ORDER BY era DESC OFFSET ${sql.lit(FIRST)} LIMIT 1
    ) AS era
    FROM unnest(ARRAY[${sql.join(searchKinds.map((kind) => sql.lit(kind)))}]) AS kinds(kind)
  `,
);
