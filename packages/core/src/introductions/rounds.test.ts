import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { anIntroductionScene, type IntroductionScene } from '../testing/introduction-scene.ts';
import { introducePeople } from './introduce-people.ts';
import type { RoundStore } from './ports.ts';

const db = testDatabase();
let scene: IntroductionScene;
beforeEach(async () => {
  scene = await anIntroductionScene(db());
});

const five = ['Ben', 'Cem', 'Dora', 'Eva', 'Finn'];

describe('a round', () => {
  it('introduces everybody who wants it, the odd one in a group of three', async () => {
    await scene.willing(five);
    const { id } = await scene.begin();
    await scene.settle();
    const groups = await scene.groups(id);
    expect(groups.flat().sort()).toEqual(five);
    expect(new Set(groups.map(({ length }) => length))).toEqual(new Set([2, 3]));
  });

  it('leaves out whoever has paused, is away, has left, has stopped, or has no account that a message reaches', async () => {
    const [ben, cem, dora, eva, , gil] = await scene.willing([...five, 'Gil', 'Hana']);
    const { core, guild, clock } = scene;
    const later = new Date(clock.now().getTime() + 3 * 86_400_000).toISOString();
    await core.introductions.wishIntroductions(ben!, { communityId: guild, pausedUntil: later });
    await core.notifications.editPreferences(cem!, { awayUntil: later });
    await core.communities.leaveCommunity(dora!, { communityId: guild });
    await core.introductions.declineIntroductions(eva!, { communityId: guild });
    await db().deleteFrom('account').where('person_id', '=', gil!.personId).execute();
    const { id } = await scene.begin();
    await scene.settle();
    expect(await scene.groups(id)).toEqual([['Finn', 'Hana']]);
  });

  it('leaves out an account that an administrator has marked as one that nobody is behind', async () => {
    const [ben] = await scene.willing(five);
    const { core, ana } = scene;
    const mark = { personId: ben!.personId, serviceAccount: true };
    expect(await core.identity.markServiceAccount(ana, mark)).toEqual({ ok: false, reason: 'not-allowed' });
    const administrator = { ...ana, administrator: true };
    expect(await core.identity.markServiceAccount(administrator, mark)).toMatchObject({
      value: { serviceAccount: true },
    });
    await scene.begin();
    await scene.settle();
    expect((await scene.groups()).flat().sort()).toEqual(['Cem', 'Dora', 'Eva', 'Finn']);
  });

  it('leads beyond the team that the directory knows, or that has the same manager', async () => {
    const people = await scene.willing(['Ben', 'Cem', 'Dora', 'Eva']);
    const place = (at: number, given: { team?: string; manager_id?: string }) =>
      db().updateTable('person').set(given).where('id', '=', people[at]!.personId).execute();
    await place(0, { team: 'Payments' });
    await place(1, { team: 'payments' });
    await place(2, { manager_id: scene.ana.personId });
    await place(3, { manager_id: scene.ana.personId });
    await scene.begin();
    await scene.settle();
    const groups = (await scene.groups()).map(String);
    expect(groups).not.toContain('Ben,Cem');
    expect(groups).not.toContain('Dora,Eva');
  });

  it('counts a manager to the team of those whom they manage', async () => {
    const [ben, cem, dora, eva] = await scene.willing(['Ben', 'Cem', 'Dora', 'Eva']);
    const manages = (manager: string, person: string) =>
      db().updateTable('person').set({ manager_id: manager }).where('id', '=', person).execute();
    await manages(ben!.personId, cem!.personId);
    await manages(dora!.personId, eva!.personId);
    await manages(scene.ana.personId, ben!.personId);
    const { candidates } = await scene.stores().rounds.known(scene.guild as CommunityId, scene.clock.now());
    const teamOf = (one: Actor | undefined) => candidates.find(({ id }) => id === one?.personId)?.team;
    expect(teamOf(ben)).toBe(teamOf(cem));
    expect(teamOf(dora)).toBe(teamOf(eva));
    expect(teamOf(dora)).not.toBe(teamOf(ben));
  });

  it('begins again with whoever has paused, once their day has come', async () => {
    const [ben] = await scene.willing(['Ben', 'Cem']);
    const { core, guild, clock } = scene;
    const until = new Date(clock.now().getTime() + 86_400_000).toISOString();
    await core.introductions.wishIntroductions(ben!, { communityId: guild, pausedUntil: until });
    const refused = await core.introductions.beginRound(scene.ana, { communityId: guild });
    expect(refused).toEqual({ ok: false, reason: 'nobody-to-introduce' });
    clock.pass(2);
    await scene.begin();
    await scene.settle();
    expect(await scene.groups()).toEqual([['Ben', 'Cem']]);
  });

  it('never brings two people together of whom one does not want it, and tells nobody', async () => {
    const [ben, cem] = await scene.willing(['Ben', 'Cem', 'Dora']);
    const { core, guild } = scene;
    await core.introductions.keepApart(ben!, { personId: cem!.personId });
    for (let round = 0; round < 3; round += 1) {
      await scene.begin();
      await scene.settle();
      scene.clock.pass(8);
    }
    const groups = await scene.groups();
    expect(groups.some((group) => group.includes('Ben') && group.includes('Cem'))).toBe(false);
    expect(groups).toHaveLength(3);
    const others = await core.introductions.seeMyIntroductions(cem!, { limit: 25 });
    expect(JSON.stringify(others)).not.toContain('Ben');
    const exported = await core.identity.exportMe(cem!);
    expect(JSON.stringify(exported)).not.toContain('kept_apart');

    await core.introductions.bringTogether(ben!, { personId: cem!.personId });
    await scene.begin(guild);
    await scene.settle();
    expect((await scene.groups()).some((group) => group.length === 3)).toBe(true);
  });

  it('repeats nobody while there is anybody new', async () => {
    await scene.willing(['Ben', 'Cem', 'Dora', 'Eva']);
    for (let round = 0; round < 3; round += 1) {
      await scene.begin();
      await scene.settle();
      scene.clock.pass(8);
    }
    const groups = await scene.groups();
    expect(new Set(groups.map(String)).size).toBe(6);
  });

  it('introduces nobody twice within a week, in another community neither', async () => {
    const people = await scene.willing(['Ben', 'Cem']);
    const other = await scene.community(scene.ana, 'Security circle', people);
    for (const person of people) await scene.core.introductions.wishIntroductions(person, { communityId: other });
    await scene.willing(['Dora', 'Eva'], other);
    await scene.begin();
    await scene.settle();
    await scene.begin(other);
    await scene.settle();
    expect(await scene.groups()).toEqual([
      ['Ben', 'Cem'],
      ['Dora', 'Eva'],
    ]);
    expect(await scene.core.introductions.beginRound(scene.ana, { communityId: other })).toEqual({
      ok: false,
      reason: 'introduced-lately',
    });
  });

  it('of two communities at once still introduces nobody twice', async () => {
    const people = await scene.willing(five);
    const other = await scene.community(scene.ana, 'Security circle', people);
    for (const person of people) await scene.core.introductions.wishIntroductions(person, { communityId: other });
    const rounds = [await scene.begin(), await scene.begin(other)];
    await Promise.all(rounds.map(({ id }) => introducePeople(scene.stores(), { roundId: id })));
    expect((await scene.groups()).flat().sort()).toEqual(five);
  });
});

describe('a round that is begun, or planned, more than once', () => {
  it('begins once, whoever begins it at the same moment', async () => {
    await scene.willing(five);
    const { core, ana, guild } = scene;
    const all = await Promise.all([1, 2, 3].map(() => core.introductions.beginRound(ana, { communityId: guild })));
    const refused = all.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(2);
    expect(new Set(refused.map((one) => !one.ok && one.reason))).toEqual(new Set(['introduced-lately']));
  });

  it('is planned once by processes that plan it at once', async () => {
    await scene.willing(five);
    const { id } = await scene.begin();
    await Promise.all([1, 2, 3].map(() => introducePeople(scene.stores(), { roundId: id })));
    await introducePeople(scene.stores(), { roundId: id });
    expect((await scene.groups()).flat().sort()).toEqual(five);
    const facts = await db().selectFrom('outbox').select('type').where('type', '=', 'introduction.made').execute();
    expect(facts).toHaveLength(2);
  });

  it('introduces nobody when its process dies before it has saved, and everybody when another one goes on', async () => {
    await scene.willing(five);
    const { id } = await scene.begin();
    const stores = scene.stores();
    const dying: RoundStore = {
      ...stores.rounds,
      savePlan: async () => {
        throw new Error('killed');
      },
    };
    await expect(introducePeople({ ...stores, rounds: dying }, { roundId: id })).rejects.toThrow('killed');
    expect(await scene.groups()).toEqual([]);
    expect(await stores.rounds.unplanned(new Date(scene.clock.now().getTime() + 1000), 10)).toEqual([id]);
    scene.clock.pass(1);
    await scene.run('look', {});
    await scene.settle();
    expect((await scene.groups()).flat().sort()).toEqual(five);
  });

  it('is planned anew for those who are left when somebody is erased meanwhile', async () => {
    const [ben] = await scene.willing(['Ben', 'Cem', 'Dora']);
    const { id } = await scene.begin();
    const stores = scene.stores();
    let plans = 0;
    const makePlan: typeof stores.makePlan = async (planning) => {
      const plan = await stores.makePlan(planning);
      plans += 1;
      if (plans === 1) await scene.core.identity.eraseMe(ben!, { confirm: 'erase' });
      return plan;
    };
    await introducePeople({ ...stores, makePlan }, { roundId: id });
    expect(plans).toBe(2);
    expect(await scene.groups()).toEqual([['Cem', 'Dora']]);
  });

  it('is taken out of the introductions of whoever is erased afterwards', async () => {
    const [ben, cem] = await scene.willing(['Ben', 'Cem']);
    await scene.begin();
    await scene.settle();
    await scene.core.identity.eraseMe(ben!, { confirm: 'erase' });
    const [introduction] = await scene.mine(cem!);
    expect(introduction).toMatchObject({ others: [], abilities: { suit: false, tell: false } });
  });
});
