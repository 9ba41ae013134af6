import { beforeEach, describe, expect, it } from 'vitest';
import type { OrganisationId } from '../kernel/ids.ts';
import { ana, ben, type Bundle, recordsOf } from '../testing/bundle-builders.ts';
import { testDatabase } from '../testing/database.ts';
import { type BundleRecord, importBundle, sqlBundleStore } from './index.ts';

const db = testDatabase();
const organisationId = '01900000-0000-7000-8000-0000000000e1' as OrganisationId;
let at = Date.parse('2026-03-02T09:00:00.000Z');
const store = () => sqlBundleStore({ db: db(), newId: () => crypto.randomUUID(), now: () => new Date((at += 1000)) });

beforeEach(async () => {
  await db()
    .insertInto('organisation')
    .values({ id: organisationId, name: 'Lindenhof', entra_tenant_id: 'tenant', created_at: new Date(at), revision: 1 })
    .execute();
});

const take = async (bundle: Bundle) => {
  const taken = await importBundle({ bundles: store() }, { organisationId, records: recordsOf(bundle), dryRun: false });
  if (!taken.ok) throw new Error(taken.reason);
  return taken.value;
};
const managers = async () => {
  const rows = await db()
    .selectFrom('person')
    .leftJoin('person as manager', 'manager.id', 'person.manager_id')
    .select(['person.name', 'manager.name as manager'])
    .orderBy('person.name')
    .execute();
  return Object.fromEntries(rows.map(({ name, manager }) => [name, manager]));
};

describe('people who come with their managers', () => {
  it('have them, also where a manager comes later in the file, and keep them when the file comes again', async () => {
    const people = [{ ...ana, manager: 'ben' }, ben];
    expect((await take({ people })).rejections).toEqual([]);
    expect(await managers()).toEqual({ 'Ana Ortiz': 'Ben Adeyemi', 'Ben Adeyemi': null });
    expect((await take({ people })).counts.people).toMatchObject({ unchanged: 2 });
    await take({ people: [{ ...ana, challenge: 'Thin sheets' }] });
    expect(await managers()).toMatchObject({ 'Ana Ortiz': 'Ben Adeyemi' });
  });

  it('lose them where the file says that there is none any more', async () => {
    await take({ people: [{ ...ana, manager: 'ben' }, ben] });
    await take({ people: [{ ...ana, manager: null }] });
    expect(await managers()).toEqual({ 'Ana Ortiz': null, 'Ben Adeyemi': null });
  });

  it('are taken without one who is not there, or who is themselves, which is said and tried again', async () => {
    const people = [
      { ...ana, manager: 'carla' },
      { ...ben, manager: 'ben' },
    ];
    const { counts, rejections } = await take({ people });
    expect(counts.people).toMatchObject({ created: 2, rejected: 2 });
    expect(rejections).toMatchObject([{ place: 'people[0].manager' }, { place: 'people[1].manager' }]);
    await take({ people: [{ externalId: 'carla', name: 'Carla' }] });
    expect((await take({ people: [people[0]] })).rejections).toEqual([]);
    expect(await managers()).toMatchObject({ 'Ana Ortiz': 'Carla', 'Ben Adeyemi': null });
  });

  it('go out again as they came, with teams and accounts that nobody is behind', async () => {
    const robot = { externalId: 'robot', name: 'Backup', serviceAccount: true };
    await take({ people: [{ ...ana, manager: 'ben', team: 'Hall 3' }, ben, robot] });
    const all: BundleRecord[] = [];
    for await (const record of store().records(organisationId)) all.push(record);
    const people = new Map(all.map(({ value }) => [(value as { externalId: string }).externalId, value]));
    expect(people.get('ana')).toMatchObject({ manager: 'ben', team: 'Hall 3' });
    expect(people.get('robot')).toMatchObject({ serviceAccount: true });
    expect(people.get('ben')).not.toHaveProperty('manager');
  });
});
