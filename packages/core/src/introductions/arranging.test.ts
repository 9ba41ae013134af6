import { beforeEach, describe, expect, it } from 'vitest';
import { StaleWriteError } from '../kernel/errors.ts';
import { testDatabase } from '../testing/database.ts';
import { anIntroductionScene, type IntroductionScene } from '../testing/introduction-scene.ts';
import { beginDueRounds } from './begin-due-rounds.ts';

const db = testDatabase();
let scene: IntroductionScene;
beforeEach(async () => {
  scene = await anIntroductionScene(db());
});

describe('rounds that come by themselves', () => {
  const arrange = (cadence: 'weekly' | 'monthly') =>
    scene.core.introductions.arrangeIntroductions(scene.ana, { communityId: scene.guild, cadence, size: 2 });
  const day = (view: { readonly value?: { readonly arrangement: { readonly nextAt?: string } } }) =>
    view.value?.arrangement.nextAt?.slice(0, 10);

  it('begin on Mondays, once in each rhythm, in however many processes', async () => {
    await scene.willing(['Ben', 'Cem', 'Dora', 'Eva']);
    // It is Monday, at nine.
    const arranged = await arrange('weekly');
    expect(arranged).toMatchObject({ ok: true, value: { arrangement: { nextAt: '2026-03-09T06:00:00.000Z' } } });
    for (let days = 0; days < 21; days += 1) {
      scene.clock.pass(1);
      await Promise.all([1, 2].map(() => beginDueRounds(scene.stores())));
      await scene.settle();
    }
    const rounds = await db().selectFrom('introduction_round').select('begun_at').orderBy('number').execute();
    expect(rounds.map(({ begun_at }) => begun_at.toISOString().slice(0, 10))).toEqual([
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
    ]);
    expect(await scene.groups()).toHaveLength(6);
  });

  it('move on when a coordinator begins one shortly before, and do not make up for missed ones', async () => {
    await scene.willing(['Ben', 'Cem']);
    expect(day((await arrange('weekly')) as never)).toBe('2026-03-09');
    scene.clock.pass(4);
    await scene.begin();
    await scene.settle();
    const see = () => scene.core.introductions.seeIntroductions(scene.ana, { communityId: scene.guild });
    expect(day((await see()) as never)).toBe('2026-03-16');
    scene.clock.pass(40);
    await beginDueRounds(scene.stores());
    expect(day((await see()) as never)).toBe('2026-04-27');
  });

  it('are tried again on the next Monday where nobody could be introduced, then go on in their rhythm', async () => {
    const [ben] = await scene.willing(['Ben']);
    await arrange('monthly');
    const pass = async (days: number) => {
      scene.clock.pass(days);
      await Promise.all([1, 2].map(() => beginDueRounds(scene.stores())));
      await scene.settle();
      return scene.core.introductions.seeIntroductions(scene.ana, { communityId: scene.guild });
    };
    expect(await pass(7)).toMatchObject({
      value: {
        lastRound: { planned: true, personCount: 0, groupCount: 0 },
        arrangement: { nextAt: '2026-03-16T06:00:00.000Z' },
      },
    });
    expect(day((await pass(1)) as never)).toBe('2026-03-16');
    await scene.willing(['Cem']);
    const after = await pass(6);
    expect(after).toMatchObject({ value: { lastRound: { personCount: 2, groupCount: 1 } } });
    expect(day(after as never)).toBe('2026-04-13');
    expect(await scene.mine(ben!)).toHaveLength(1);
    expect(await db().selectFrom('introduction_round').select('number').execute()).toHaveLength(2);
  });

  it.each([
    ['weekly', 'weekly', 6, 1],
    // The rarer one has no other Monday.
    ['weekly', 'monthly', 8, 2],
  ] as const)('share whoever is in two communities: %s and %s', async (here, there, weeks, least) => {
    const people = await scene.willing(['Ben', 'Cem']);
    const other = await scene.community(scene.ana, 'Security circle', people);
    for (const person of people) await scene.core.introductions.wishIntroductions(person, { communityId: other });
    for (const [communityId, cadence] of [
      [scene.guild, here],
      [other, there],
    ] as const) {
      await scene.core.introductions.arrangeIntroductions(scene.ana, { communityId, cadence, size: 2 });
    }
    for (let week = 0; week < weeks; week += 1) {
      scene.clock.pass(7);
      await beginDueRounds(scene.stores());
      await scene.settle();
    }
    const made = await db().selectFrom('introduction').select('community_id').execute();
    expect(made).toHaveLength(weeks);
    const times = Map.groupBy(made, ({ community_id }) => community_id);
    expect(times.get(scene.guild)?.length ?? 0).toBeGreaterThanOrEqual(1);
    expect(times.get(other)?.length ?? 0).toBeGreaterThanOrEqual(least);
  });

  it('are arranged by coordinators only, who read before they write', async () => {
    const [ben] = await scene.willing(['Ben']);
    const { core, guild, ana } = scene;
    const wanted = { communityId: guild, cadence: 'weekly', size: 3 } as const;
    for (const refused of [
      await core.introductions.arrangeIntroductions(ben!, wanted),
      await core.introductions.beginRound(ben!, { communityId: guild }),
      await core.introductions.previewRound(ben!, { communityId: guild }),
    ]) {
      expect(refused).toEqual({ ok: false, reason: 'not-allowed' });
    }
    expect(await core.introductions.arrangeIntroductions(ana, { ...wanted, ifRevision: 0 })).toMatchObject({
      ok: true,
    });
    expect(await core.introductions.arrangeIntroductions(ana, { ...wanted, size: 4, ifRevision: 0 })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    const stale = scene.stores().rounds;
    const { arrangement } = await stale.standing({ id: guild as never, organisationId: scene.organisationId });
    await expect(stale.saveArrangement({ state: { ...arrangement, size: 5 }, events: [] })).rejects.toThrow(
      StaleWriteError,
    );
  });
});

describe('a round in which nobody can be introduced', () => {
  it('does not begin by hand, and does not keep the next one waiting when it has begun', async () => {
    const { core, guild, ana } = scene;
    const [ben, cem] = await scene.willing(['Ben', 'Cem']);
    const begin = () => core.introductions.beginRound(ana, { communityId: guild });
    await core.introductions.keepApart(ben!, { personId: cem!.personId });
    expect(await begin()).toEqual({ ok: false, reason: 'nobody-to-introduce' });
    await core.introductions.bringTogether(ben!, { personId: cem!.personId });

    await scene.begin();
    expect(await begin()).toEqual({ ok: false, reason: 'introduced-lately' });
    await core.introductions.declineIntroductions(cem!, { communityId: guild });
    await scene.settle();
    expect(await scene.groups()).toEqual([]);

    await core.introductions.wishIntroductions(cem!, { communityId: guild });
    expect(await core.introductions.seeIntroductions(ana, { communityId: guild })).toMatchObject({
      value: { abilities: { begin: true } },
    });
    await scene.begin();
    await scene.settle();
    expect(await scene.groups()).toEqual([['Ben', 'Cem']]);
    expect(await begin()).toEqual({ ok: false, reason: 'introduced-lately' });
  });
});

describe('the preview of a round', () => {
  it('is the round that a beginning makes', async () => {
    await scene.willing(['Ben', 'Cem', 'Dora', 'Eva', 'Finn', 'Gil', 'Hana', 'Ivo']);
    const seen = await scene.core.introductions.previewRound(scene.ana, { communityId: scene.guild });
    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.value).toMatchObject({ personCount: 8, groupCount: 4, repeats: 0, share: 1, leftCount: 0 });
    await scene.begin();
    await scene.settle();
    const previewed = seen.value.groups.map((group) => group.map(({ name }) => name).sort());
    expect(await scene.groups()).toEqual(previewed.sort((a, b) => (String(a) < String(b) ? -1 : 1)));
  });
});
