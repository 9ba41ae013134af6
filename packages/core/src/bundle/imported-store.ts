import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { BundleSection } from './contract.ts';
import type { Checked, Written } from './record.ts';

/** One import: its transaction, whose it is, and when it began (which marks the rows that it has seen). */
export type Import = {
  readonly tx: Transaction<Database>;
  readonly organisationId: OrganisationId;
  readonly at: Date;
  readonly newId: () => string;
};

/** A record that is new, or that says something else than before about the row `id`. */
export type Due<Value> = Checked<Value> & { readonly id: string; readonly fresh: boolean };

/** Stands in for the external id of somebody who was erased, so that no later import brings them back. */
export const erasedMark = (externalId: string) =>
  `erased:${createHash('sha256').update(externalId).digest('hex').slice(0, 40)}`;

const ERASED = 'This person was erased at their own request and is not brought back.';
const MADE_HERE = 'It was made here, not by an import, and stays as people here have it.';
const TWICE = 'The same external id stands in this file before, and says something else.';

/**
 * Parts a batch into what must be written and what is settled: known and unchanged, standing twice in the file, erased,
 * or made here: an export that comes home is not written beside what it was made of.
 *
 * `existing` finds rows that this record means although no import brought them (an account that has signed in).
 */
export async function sortOut<Value>(
  { tx, organisationId, at, newId }: Import,
  section: BundleSection,
  batch: readonly Checked<Value>[],
  existing: ReadonlyMap<string, string> = new Map(),
): Promise<{ readonly due: Due<Value>[]; readonly settled: Written[] }> {
  const names = batch.flatMap(({ externalId }) => [externalId, erasedMark(externalId)]);
  const rows = await tx
    .selectFrom('imported')
    .select(['external_id', 'ref_id', 'hash', 'imported_at'])
    .where('organisation_id', '=', organisationId)
    .where('section', '=', section)
    .where('external_id', '=', sql<string>`ANY(${names}::text[])`)
    .execute();
  const known = new Map(rows.map((row) => [row.external_id, row]));
  const unknown = batch.map(({ externalId }) => externalId).filter((name) => !known.has(name) && !existing.has(name));
  const own = await madeHere({ tx, organisationId }, section, unknown);
  const seen = new Map<string, Buffer>();
  const due: Due<Value>[] = [];
  const settled: Written[] = [];

  for (const record of batch) {
    const { place, externalId, hash } = record;
    const before = known.get(externalId);
    const earlier = seen.get(externalId) ?? (before?.imported_at.getTime() === at.getTime() ? before.hash : undefined);
    seen.set(externalId, hash);
    if (known.has(erasedMark(externalId))) settled.push({ place, outcome: 'rejected', reason: ERASED });
    else if (earlier && !earlier.equals(hash)) settled.push({ place, outcome: 'rejected', reason: TWICE });
    else if (earlier ?? before?.hash.equals(hash)) settled.push({ place, outcome: 'unchanged' });
    else if (own.has(externalId)) settled.push({ place, outcome: 'unchanged', reason: MADE_HERE });
    else {
      const id = before?.ref_id ?? existing.get(externalId);
      due.push({ ...record, id: id ?? newId(), fresh: id === undefined });
    }
  }
  return { due, settled };
}

/** Remembers what was written, and answers for it. */
export async function remember<Value>(
  { tx, organisationId, at }: Import,
  section: BundleSection,
  written: readonly Due<Value>[],
): Promise<Written[]> {
  if (written.length > 0) {
    await tx
      .insertInto('imported')
      .values(
        written.map(({ externalId, id, hash }) => ({
          organisation_id: organisationId,
          section,
          external_id: externalId,
          ref_id: id,
          hash,
          imported_at: at,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'section', 'external_id']).doUpdateSet({
          hash: (eb) => eb.ref('excluded.hash'),
          imported_at: (eb) => eb.ref('excluded.imported_at'),
        }),
      )
      .execute();
  }
  return written.map(({ place, fresh }) => ({ place, outcome: fresh ? 'created' : 'updated' }));
}

type Named = 'people' | 'communities' | 'questions' | 'answers';

/**
 * The rows that external ids of one section mean; a person who was merged since is the one they became. What no import
 * brought is named by its own id, as in exports.
 */
export async function resolve(
  { tx, organisationId }: Pick<Import, 'tx' | 'organisationId'>,
  section: Named,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(externalIds)];
  const rows = await tx
    .selectFrom('imported')
    .leftJoin('person', 'person.id', 'imported.ref_id')
    .select((eb) => ['external_id', eb.fn.coalesce('person.merged_into', 'imported.ref_id').as('id')])
    .where('imported.organisation_id', '=', organisationId)
    .where('section', '=', section)
    .where('external_id', '=', sql<string>`ANY(${names}::text[])`)
    .execute();
  const found = new Map(rows.map(({ external_id, id }) => [external_id, id]));
  const unknown = names.filter((name) => !found.has(name));
  for (const id of await madeHere({ tx, organisationId }, section, unknown)) found.set(id, id);
  return found;
}

const tableOf = {
  people: 'person',
  communities: 'community',
  practices: 'practice',
  questions: 'question',
  answers: 'answer',
  comments: 'comment',
  gatherings: 'gathering',
} as const;

/** Which of the names are our own ids, as exports write them for what no import brought. Memberships have no id. */
async function madeHere(
  { tx, organisationId }: Pick<Import, 'tx' | 'organisationId'>,
  section: BundleSection,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = names.filter((name) => OWN_ID.test(name));
  if (own.length === 0 || section === 'memberships') return new Set();
  const table = sql.table(tableOf[section]);
  const ofQuestion = section === 'answers' || section === 'comments';
  const { rows } = ofQuestion
    ? await sql<{ id: string }>`
        SELECT part.id FROM ${table} AS part JOIN question ON question.id = part.question_id
        WHERE part.id = ANY(${own}::uuid[]) AND question.organisation_id = ${organisationId}`.execute(tx)
    : await sql<{ id: string }>`
        SELECT id FROM ${table} WHERE id = ANY(${own}::uuid[]) AND organisation_id = ${organisationId}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const OWN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Parts records by a check that answers with a reason, or with `undefined` where all is well. */
export function reject<Value>(
  records: readonly Due<Value>[],
  why: (record: Due<Value>) => string | undefined,
): { readonly good: Due<Value>[]; readonly bad: Written[] } {
  const good: Due<Value>[] = [];
  const bad: Written[] = [];
  for (const record of records) {
    const reason = why(record);
    if (reason === undefined) good.push(record);
    else bad.push({ place: record.place, outcome: 'rejected', reason });
  }
  return { good, bad };
}

/** The communities that records belong to, and the people that they name. */
export async function resolveAround<Value extends { readonly community: string }>(
  run: Pick<Import, 'tx' | 'organisationId'>,
  records: readonly { readonly value: Value }[],
  peopleIn: (value: Value) => readonly string[],
): Promise<{ readonly communities: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> }> {
  const values = records.map(({ value }) => value);
  const named = values.map(({ community }) => community);
  return {
    communities: await resolve(run, 'communities', named),
    people: await resolve(run, 'people', values.flatMap(peopleIn)),
  };
}
