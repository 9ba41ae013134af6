import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { anIntroductionScene, type IntroductionScene } from '../testing/introduction-scene.ts';
import { commonGround, openerFor, type Profile } from './common-ground.ts';
import { introductionsView, introductionView, myIntroductionsView } from './contract.ts';

describe('what people have in common', () => {
  const someone = (name: string, given: Partial<Profile> = {}): Profile => ({
    name,
    interests: [],
    skills: [],
    languages: [],
    newcomer: false,
    ...given,
  });

  it('begins with what one can teach another', () => {
    const ana = someone('Ana', { interests: ['tea', 'maps'], skills: [{ topic: 'ARIA', level: 'can-teach' }] });
    const ben = someone('Ben', {
      interests: ['maps', 'tea'],
      skills: [{ topic: 'ARIA', level: 'wants-to-learn' }],
      newcomer: true,
    });
    expect(commonGround([ana, ben])).toEqual([
      'Ana can teach what Ben wants to learn: ARIA.',
      'You both care about tea and maps.',
      'Ben is new in the community.',
    ]);
    expect(commonGround([ana, ben, someone('Cem', { interests: ['maps'] })])).toContain('You all care about maps.');
  });

  it('is nothing for people who said nothing, and the question is one for everybody', () => {
    expect(commonGround([someone('Ana'), someone('Ben')])).toEqual([]);
    expect(openerFor([someone('Ana'), someone('Ben')], 7)).toMatch(/\?$/);
    const fond = { interests: ['maps'] };
    expect(openerFor([someone('Ana', fond), someone('Ben', fond)], 7)).toContain('maps');
  });
});

describe('an introduction', () => {
  const db = testDatabase();
  let scene: IntroductionScene;
  let [ben, cem, dora]: Actor[] = [];
  let id = '';
  beforeEach(async () => {
    scene = await anIntroductionScene(db());
    [ben, cem, dora] = await scene.willing(['Ben', 'Cem']);
    dora = await scene.reached('Dora');
    await scene.begin();
    await scene.settle();
    id = (await scene.mine(ben!))[0]?.id ?? '';
  });
  const suit = (by: Actor, ...suits: number[]) =>
    scene.core.introductions.suitIntroduction(by, { introductionId: id, suits });
  const tell = (by: Actor, met: 'met' | 'not-met', useful?: boolean) =>
    scene.core.introductions.tellOfIntroduction(by, { introductionId: id, met, useful });

  it('is for those in it alone', async () => {
    const seen = await scene.core.introductions.seeIntroduction(ben!, { introductionId: id });
    expect(seen).toMatchObject({ ok: true, value: { others: [{ name: 'Cem' }], times: [{}, {}, {}] } });
    expect(introductionView.parse(seen.ok && seen.value)).toEqual(seen.ok && seen.value);
    const refused = { ok: false, reason: 'no-such-introduction' };
    expect(await scene.core.introductions.seeIntroduction(dora!, { introductionId: id })).toEqual(refused);
    expect(await suit(dora!, 0)).toEqual(refused);
    expect(await tell(scene.ana, 'met')).toEqual(refused);
  });

  it('has a time as soon as all can come to one, and says so once', async () => {
    expect(await suit(ben!, 0, 2)).toMatchObject({ ok: true, value: { times: [{ mine: true }, {}, { mine: true }] } });
    const agreed = await suit(cem!, 1, 2);
    if (!agreed.ok) throw new Error(agreed.reason);
    expect(agreed.value.agreed).toBe(agreed.value.times[2]?.at);
    await suit(cem!, 2, 1);
    const found = await db().selectFrom('outbox').select('id').where('type', '=', 'introduction.time-found').execute();
    expect(found).toHaveLength(1);
    expect(await suit(ben!, 7)).toEqual({ ok: false, reason: 'time-not-proposed' });
  });

  it('has a time when both answer at the same moment', async () => {
    await Promise.all([suit(ben!, 1), suit(cem!, 1)]);
    const found = await db().selectFrom('outbox').select('id').where('type', '=', 'introduction.time-found').execute();
    expect(found).toHaveLength(1);
  });

  it('keeps what somebody says of the meeting from everybody else', async () => {
    await tell(ben!, 'met', false);
    const [theirs] = await scene.mine(cem!);
    expect(JSON.stringify(theirs)).not.toContain('useful');
    expect((await scene.mine(ben!))[0]).toMatchObject({ mine: { met: 'met', useful: false } });
    await tell(ben!, 'not-met', true);
    expect((await scene.mine(ben!))[0]?.mine).toEqual({ met: 'not-met' });
    scene.clock.pass(130);
    expect(await tell(ben!, 'met')).toEqual({ ok: false, reason: 'introduction-over' });
  });

  it('counts for the community only among five or more answers', async () => {
    const see = async () => {
      const seen = await scene.core.introductions.seeIntroductions(scene.ana, { communityId: scene.guild });
      if (!seen.ok) throw new Error(seen.reason);
      expect(introductionsView.parse(seen.value)).toEqual(seen.value);
      return seen.value.outcomes;
    };
    const others = await scene.willing(['Eva', 'Finn', 'Gil', 'Hana']);
    scene.clock.pass(8);
    await scene.begin();
    await scene.settle();
    const people = [ben!, cem!, ...others.slice(0, 3)];
    for (const [at, person] of people.entries()) {
      expect(await see()).toBeUndefined();
      const [introduction] = await scene.mine(person);
      const told = { introductionId: introduction?.id ?? '', met: 'met', useful: at % 2 === 0 } as const;
      await scene.core.introductions.tellOfIntroduction(person, told);
    }
    expect(await see()).toEqual({ answered: 5, met: 5, useful: 3 });
  });

  it('is listed for each of its people, with where they want to be introduced', async () => {
    const mine = await scene.core.introductions.seeMyIntroductions(ben!, { limit: 25 });
    if (!mine.ok) throw new Error(mine.reason);
    expect(myIntroductionsView.parse(mine.value)).toEqual(mine.value);
    expect(mine.value).toMatchObject({ wishes: [{ community: { name: 'Accessibility guild' } }], keptApart: [] });
    expect(mine.value.items).toHaveLength(1);
  });

  it('is asked about once, ten days later', async () => {
    const asked = async () => {
      await Promise.all([scene.stores().introductions.ask(scene.clock.now(), 10), scene.run('look', {})]);
      return db().selectFrom('outbox').select('id').where('type', '=', 'introduction.asked-about').execute();
    };
    scene.clock.pass(9);
    expect(await asked()).toHaveLength(0);
    scene.clock.pass(2);
    expect(await asked()).toHaveLength(1);
    expect(await asked()).toHaveLength(1);
  });
});

describe('wanting to be introduced', () => {
  const db = testDatabase();
  it('is for members, for a year ahead at most, and never for oneself apart', async () => {
    const scene = await anIntroductionScene(db());
    const { core, guild } = scene;
    const dora = await scene.reached('Dora');
    const wish = (pausedUntil?: string) =>
      core.introductions.wishIntroductions(dora, { communityId: guild, pausedUntil });
    expect(await wish()).toEqual({ ok: false, reason: 'not-taking-part' });
    await core.communities.joinCommunity(dora, { communityId: guild });
    expect(await wish('2031-01-01T00:00:00Z')).toEqual({ ok: false, reason: 'paused-too-long' });
    expect(await wish()).toMatchObject({ ok: true, value: { wishCount: 1, mine: {}, abilities: { takePart: true } } });
    expect(await core.introductions.keepApart(dora, { personId: dora.personId })).toEqual({
      ok: false,
      reason: 'yourself',
    });
    expect(await core.introductions.keepApart(dora, { personId: guild })).toEqual({
      ok: false,
      reason: 'no-such-person',
    });
    await core.communities.closeCommunity(scene.ana, { communityId: guild, reason: 'Done' });
    expect(await wish()).toEqual({ ok: false, reason: 'community-closed' });
  });
});
