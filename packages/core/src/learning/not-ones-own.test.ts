import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aMentoringScene, type MentoringScene } from '../testing/mentoring-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: MentoringScene;
let mentor: Actor;
let seeker: Actor;

beforeEach(async () => {
  scene = await aMentoringScene(db());
  [mentor, seeker] = [await scene.member('Mo'), await scene.member('Sam')];
  await scene.offers(mentor);
  certain(await scene.looks(seeker));
});

const place = (one: Actor, given: { team?: string; manager_id?: string; service_account?: boolean }) =>
  db().updateTable('person').set(given).where('id', '=', one.personId).execute();
const askedOf = async () => {
  await scene.pairAll();
  return (await scene.mine(mentor)).seekers.map(({ because }) => because);
};

describe('a mentor who is asked', () => {
  it('is not one’s own manager', async () => {
    await place(seeker, { manager_id: mentor.personId });
    expect(await askedOf()).toEqual([]);
  });

  it('is nobody whom one manages oneself', async () => {
    await place(mentor, { manager_id: seeker.personId });
    expect(await askedOf()).toEqual([]);
  });

  it('is nobody who has the same manager', async () => {
    const boss = await scene.member('Bo');
    await place(mentor, { manager_id: boss.personId });
    await place(seeker, { manager_id: boss.personId });
    expect(await askedOf()).toEqual([]);
  });

  it('is nobody of one’s team, however it is written', async () => {
    await place(mentor, { team: 'Payments ' });
    await place(seeker, { team: 'payments' });
    expect(await askedOf()).toEqual([]);
  });

  it('is somebody of another team, and that is said', async () => {
    await place(mentor, { team: 'Payments' });
    await place(seeker, { team: 'Search' });
    expect(await askedOf()).toEqual([
      'You offer wcag. You two share 40 working hours a week, and work in different teams.',
    ]);
  });

  it('is nobody who keeps apart from one, nor whom one keeps apart from', async () => {
    for (const [one, other] of [
      [mentor, seeker],
      [seeker, mentor],
    ] as const) {
      certain(await scene.core.introductions.keepApart(one, { personId: other.personId }));
      expect(await askedOf()).toEqual([]);
      certain(await scene.core.introductions.bringTogether(one, { personId: other.personId }));
    }
    expect(await askedOf()).toHaveLength(1);
  });

  it('is nobody who is behind in the topic, and whoever is further is said to be', async () => {
    const { identity } = scene.core;
    const says = async (actor: Actor, level: 'can-teach' | 'wants-to-learn') =>
      certain(await identity.editProfile(actor, { skills: [{ topic: 'wcag', level }] }));
    await says(mentor, 'wants-to-learn');
    await says(seeker, 'can-teach');
    expect(await askedOf()).toEqual([]);
    await says(mentor, 'can-teach');
    await says(seeker, 'wants-to-learn');
    expect(await askedOf()).toEqual([
      'You offer wcag, and are further in wcag. You two share 40 working hours a week.',
    ]);
  });

  it('is sooner somebody else than one who let the last who asked wait in vain', async () => {
    await scene.pairAll();
    scene.clock.pass(6);
    await scene.wake();
    const [other, second] = [await scene.member('Ola'), await scene.member('Pia')];
    await scene.offers(other, { room: 2 });
    certain(await scene.looks(second));
    await scene.pairAll();
    const asks = async (one: Actor) => (await scene.mine(one)).seekers.map(({ person }) => person.name).toSorted();
    expect([await asks(mentor), await asks(other)]).toEqual([[], ['Pia', 'Sam']]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['has themselves erased', () => scene.core.identity.eraseMe(mentor, { confirm: 'erase' })],
    ['leaves the community', () => scene.core.communities.leaveCommunity(mentor, { communityId: scene.communityId })],
  ])('is somebody else when the one who was asked %s', async (_what, go) => {
    expect(await askedOf()).toHaveLength(1);
    const other = await scene.member('Nia');
    await scene.offers(other);
    expect(await go()).toMatchObject({ ok: true });
    await scene.relay();
    await scene.wake();
    await scene.pairAll();
    expect((await scene.mine(other)).seekers).toHaveLength(1);
    expect((await scene.mine(seeker)).requests).toMatchObject([{ state: 'asked' }]);
  });

  it('is no service account, and a service account gets none', async () => {
    await place(mentor, { service_account: true });
    expect(await askedOf()).toEqual([]);
    await place(mentor, { service_account: false });
    await place(seeker, { service_account: true });
    expect(await askedOf()).toEqual([]);
    await place(seeker, { service_account: false });
    expect(await askedOf()).toHaveLength(1);
  });
});

describe('who manages somebody', () => {
  it('is in what they see of themselves and in their export, and in nothing that others see', async () => {
    await place(seeker, { manager_id: mentor.personId });
    const { identity } = scene.core;
    expect(certain(await identity.seeMe(seeker))).toMatchObject({ manager: { name: 'Mo' } });
    expect(certain(await identity.exportMe(seeker)).person).toMatchObject({ manager: { name: 'Mo' } });
    expect(certain(await identity.seePerson(mentor, { personId: seeker.personId }))).not.toHaveProperty('manager');
    expect(JSON.stringify(certain(await identity.exportMe(mentor)))).not.toContain(seeker.personId);
  });

  it('is forgotten with either of the two', async () => {
    const managed = () => db().selectFrom('person').select('id').where('manager_id', 'is not', null).execute();
    await place(seeker, { manager_id: mentor.personId });
    certain(await scene.core.identity.eraseMe(mentor, { confirm: 'erase' }));
    expect(await managed()).toEqual([]);
    const [other, boss] = [await scene.member('Ola'), await scene.member('Bo')];
    await place(other, { manager_id: boss.personId });
    certain(await scene.core.identity.eraseMe(other, { confirm: 'erase' }));
    expect(await managed()).toEqual([]);
  });
});
