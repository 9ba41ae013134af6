import { sql } from 'kysely';
import type { BundlePerson } from './contract.ts';
import { type Due, type Import, resolve } from './imported-store.ts';
import type { Written } from './record.ts';

const PORTION = 500;

/** Notes down who manages whom: a manager may come after their people. Whoever has none any more is known at once. */
export async function pointToManagers({ tx }: Import, people: readonly Due<BundlePerson>[]): Promise<void> {
  const [without, pointers] = [
    people.filter(({ value }) => value.manager === null).map(({ id }) => id),
    people.flatMap(({ id, place, value: { manager } }) => (manager ? [{ id, place, manager }] : [])),
  ];
  if (without.length > 0) {
    await sql`UPDATE person SET manager_id = NULL WHERE id = ANY(${without}::uuid[])`.execute(tx);
  }
  if (pointers.length === 0) return;
  await sql`
    CREATE TEMPORARY TABLE IF NOT EXISTS import_manager (id uuid, place text, manager text) ON COMMIT DROP
  `.execute(tx);
  await sql`
    INSERT INTO import_manager SELECT * FROM jsonb_to_recordset(${JSON.stringify(pointers)}::jsonb)
      AS one(id uuid, place text, manager text)
  `.execute(tx);
}

type Pointer = { readonly id: string; readonly place: string; readonly manager: string };

/**
 * Says who manages whom among the people of this import. Who is not there, or would manage themselves, is answered as
 * rejected, and the person counts as changed the next time, so that it is tried again.
 */
export async function tieManagers(run: Import): Promise<Written[]> {
  const { tx, organisationId } = run;
  const { rows: there } = await sql`SELECT FROM pg_class WHERE oid = to_regclass('pg_temp.import_manager')`.execute(tx);
  if (there.length === 0) return [];
  const { rows: pointers } = await sql<Pointer>`SELECT id, place, manager FROM import_manager`.execute(tx);

  const rejected: Written[] = [];
  for (let from = 0; from < pointers.length; from += PORTION) {
    const portion = pointers.slice(from, from + PORTION);
    const known = await resolve(
      run,
      'people',
      portion.map(({ manager }) => manager),
    );
    const tied = await tie(
      run,
      portion.flatMap(({ id, manager }) => {
        const managerId = known.get(manager);
        return managerId === undefined || managerId === id ? [] : [{ id, managerId }];
      }),
    );
    const loose = portion.filter(({ id }) => !tied.has(id));
    rejected.push(...loose.map(untied));
    await sql`
      UPDATE imported SET hash = ''::bytea
      WHERE organisation_id = ${organisationId} AND section = 'people' AND ref_id = ANY(${loose.map(({ id }) => id)}::uuid[])
    `.execute(tx);
  }
  return rejected;
}

const untied = ({ place, manager }: Pointer): Written => ({
  place: `${place}.manager`,
  outcome: 'rejected',
  reason: `There is no other person «${manager}» in this file or here; the person is taken, without a manager.`,
});

/** Whoever was erased manages nobody, and has no manager. */
async function tie(
  { tx }: Import,
  pairs: readonly { readonly id: string; readonly managerId: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    UPDATE person SET manager_id = manager.id
    FROM unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ managerId }) => managerId)}::uuid[]) AS named(id, manager_id)
    JOIN person AS manager ON manager.id = named.manager_id AND manager.state = 'present'
    WHERE person.id = named.id AND person.state = 'present' RETURNING person.id
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
