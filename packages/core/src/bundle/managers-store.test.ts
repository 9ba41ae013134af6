import { describe, expect, it } from 'vitest';
import { ana, ben } from '../testing/bundle-builders.ts';
import { bundleScene } from '../testing/bundle-scene.ts';
import { testDatabase } from '../testing/database.ts';

const db = testDatabase();
const { held, take } = bundleScene(db);

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
    const people = new Map((await held()).map(({ value }) => [(value as { externalId: string }).externalId, value]));
    expect(people.get('ana')).toMatchObject({ manager: 'ben', team: 'Hall 3' });
    expect(people.get('robot')).toMatchObject({ serviceAccount: true });
    expect(people.get('ben')).not.toHaveProperty('manager');
  });
});
