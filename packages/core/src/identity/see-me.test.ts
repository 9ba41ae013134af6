import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, type Scene } from '../testing/scene.ts';

const db = testDatabase();
let scene: Scene;
let ada: Actor;
let boss: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ada = await scene.person('Ada Byron');
  boss = await scene.person('Charles Babbage');
  await db().updateTable('person').set({ manager_id: boss.personId }).where('id', '=', ada.personId).execute();
});

const me = async () => {
  const seen = await scene.core.identity.seeMe(ada);
  if (!seen.ok) throw new Error('Nobody is refused to see themselves');
  return seen.value;
};

it('a person sees their skills in the order in which they wrote them, and their accounts in that of linking', async () => {
  const skills = [
    { topic: 'welding', level: 'practises' },
    { topic: 'analysis', level: 'can-teach' },
    { topic: 'first aid', level: 'wants-to-learn' },
  ] as const;
  await scene.core.identity.editProfile(ada, { skills: [...skills] });
  const linked = (key: string, at: string) => ({ key, person_id: ada.personId, label: key, linked_at: new Date(at) });
  await db()
    .insertInto('account')
    .values([
      linked('atlassian:a:2', '2031-05-01T10:00:00.123Z'),
      linked('atlassian:a:1', '2031-05-01T10:00:00.123Z'),
      linked(ada.account, '2020-01-01T00:00:00Z'),
    ])
    .execute();

  const { skills: seen, accounts } = await me();
  expect(seen).toEqual(skills);
  expect(accounts.map(({ label, current }) => [label, current])).toEqual([
    [ada.account, true],
    ['atlassian:a:1', false],
    ['atlassian:a:2', false],
  ]);
  expect(accounts[2]?.linkedAt).toBe('2031-05-01T10:00:00.123Z');
});

it('a person sees who manages them, as long as that person is there', async () => {
  expect((await me()).manager).toEqual({ id: boss.personId, name: 'Charles Babbage', guest: false });

  await scene.core.identity.eraseMe(boss, { confirm: 'erase' });
  expect(await me()).not.toHaveProperty('manager');
});

it('whoever has been erased meanwhile sees nothing of themselves any more', async () => {
  await me();
  await scene.core.identity.eraseMe(ada, { confirm: 'erase' });
  await expect(me()).rejects.toThrow(StaleWriteError);
});
