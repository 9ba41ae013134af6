import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { anIntroductionScene, type IntroductionScene } from '../testing/introduction-scene.ts';

const db = testDatabase();
let scene: IntroductionScene;
let [ben, cem]: Actor[] = [];
beforeEach(async () => {
  scene = await anIntroductionScene(db());
  [ben, cem] = await scene.willing(['Ben', 'Cem']);
});
const introduce = async () => {
  await scene.begin();
  await scene.deliver();
  return (await scene.mine(ben!))[0]?.id ?? '';
};

describe('whoever is introduced', () => {
  it('hears of the other one, with how to begin', async () => {
    await db()
      .updateTable('person')
      .set({ interests: ['maps'] })
      .where('name', 'in', ['Ben', 'Cem'])
      .execute();
    const id = await introduce();
    expect(scene.lines().sort()).toEqual(['a:ben: Meet Cem', 'a:cem: Meet Ben']);
    const [item] = scene.sent[0]?.message.items ?? [];
    expect(item).toMatchObject({
      what: 'introduced',
      because: 'You want to be introduced to others in Accessibility guild.',
      link: { kind: 'introduction', id },
    });
    expect(item?.excerpt).toMatch(/^You both care about maps\. You are both new in the community\. .*maps.*\?$/u);
    const seen = await scene.core.notifications.listNotifications(ben!, { limit: 25 });
    expect(seen).toMatchObject({
      ok: true,
      value: { items: [{ title: 'Meet Cem', link: { kind: 'introduction', id } }] },
    });
  });

  it('hears of it once, however often the round is carried out', async () => {
    await introduce();
    const rounds = await db().selectFrom('introduction_round').select('id').execute();
    for (const { id } of rounds) await scene.run('introduce', { roundId: id });
    await scene.run('look', {});
    await scene.deliver();
    expect(scene.lines()).toHaveLength(2);
  });

  it('is not told of somebody who was erased before the message left', async () => {
    await scene.begin();
    await scene.settle();
    await scene.core.identity.eraseMe(ben!, { confirm: 'erase' });
    await scene.deliver();
    expect(scene.lines()).toEqual([]);
    expect(await scene.states()).toEqual({ expired: 1 });
  });

  it('hears when there is a time that suits all, unless they made it so', async () => {
    const introductionId = await introduce();
    await scene.core.introductions.suitIntroduction(ben!, { introductionId, suits: [1] });
    await scene.core.introductions.suitIntroduction(cem!, { introductionId, suits: [1, 2] });
    await scene.deliver();
    expect(scene.lines().slice(2)).toEqual(['a:ben: There is a time that suits you and Cem']);
    expect(scene.sent.at(-1)?.message.items[0]?.excerpt).toMatch(/^\w{3} \d+ Mar, \d\d:\d\d CET$/u);
  });

  it('is asked ten days later whether they have met, unless they have said so', async () => {
    const introductionId = await introduce();
    await scene.core.introductions.tellOfIntroduction(cem!, { introductionId, met: 'met', useful: true });
    scene.clock.pass(11);
    await scene.run('look', {});
    await scene.deliver();
    expect(scene.lines().slice(2)).toEqual(['a:ben: Did you meet Cem?']);
  });

  it('has not turned these messages off: then nobody is introduced to them', async () => {
    await scene.core.notifications.editPreferences(ben!, { usual: { introductions: 'never' } });
    expect(await scene.core.introductions.beginRound(scene.ana, { communityId: scene.guild })).toEqual({
      ok: false,
      reason: 'nobody-to-introduce',
    });
  });
});
