import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import type { Outcome } from './messenger.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let bo: Actor;
let communityId: string;

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  bo = await scene.reached('Bo');
  communityId = await scene.community(ada, 'Accessibility guild', [bo]);
});

describe('a message', () => {
  const one = async () => {
    await scene.answer(bo, await scene.ask(ada, communityId, 'How do I test a page with the keyboard?'));
  };
  const message = () => db().selectFrom('message').selectAll().executeTakeFirstOrThrow();

  /** A process takes it in hand and is not heard of any more; it had handed the message over, or not. */
  async function processThatDies({ handed }: { readonly handed: boolean }) {
    await one();
    await scene.settle();
    scene.clock.pass(1 / 2880);
    const held = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<Outcome>();
    scene.answers(() => answered.promise);
    scene.beforeHandOver(async () => {
      if (!handed) held.resolve();
      if (!handed) await goOn.promise;
    });
    scene.afterHandOver(async () => held.resolve());
    const died = scene.run('deliver', { organisationId: scene.organisationId });
    await held.promise;
    scene.beforeHandOver(async () => {});
    scene.answers(() => ({ outcome: 'sent' }));
    return {
      async comesBack(outcome: Outcome) {
        goOn.resolve();
        answered.resolve(outcome);
        await died;
      },
    };
  }

  it('in the hands of a process that died before it handed it over goes out as if nothing had happened', async () => {
    const dead = await processThatDies({ handed: false });
    await scene.deliver(60);
    expect(scene.sent).toEqual([]);

    await scene.deliver(90);
    expect(scene.sent).toHaveLength(1);
    expect(await message()).toMatchObject({ state: 'settled', unsure: 0 });
    // Should it only have been slow, it finds that the message is no longer its own.
    await dead.comesBack({ outcome: 'sent' });
    expect(scene.sent).toHaveLength(1);
    expect(await scene.states()).toEqual({ sent: 1 });
  });

  it('that had been handed over when its process died has most probably arrived, and is not sent again', async () => {
    await processThatDies({ handed: true });
    await scene.deliver(60);
    expect(await message()).toMatchObject({ state: 'sending', handed: true });

    await scene.deliver(90);
    await scene.deliver(86_400);
    expect(scene.sent).toEqual([]);
    expect(await scene.states()).toEqual({ failed: 1 });
    expect(await message()).toMatchObject({ state: 'settled', unsure: 1 });
  });

  it.each<[Outcome, object]>([
    [{ outcome: 'sent' }, { sent: 1 }],
    [{ outcome: 'later', reason: 'status-429' }, { queued: 1 }],
    [{ outcome: 'blocked' }, { blocked: 1 }],
  ])('whose process was only slow becomes what Teams says of it in the end: %o', async (outcome, states) => {
    const slow = await processThatDies({ handed: true });
    await scene.deliver(150);
    expect(await scene.states()).toEqual({ failed: 1 });
    await slow.comesBack(outcome);
    expect(await scene.states()).toEqual(states);
  });

  it('that gets no clear answer is sent again, but not more than three times', async () => {
    await one();
    let times = 0;
    scene.answers(() => ((times += 1), { outcome: 'later', reason: 'status-502', unsure: true }));
    for (let hours = 0; hours < 12; hours += 1) await scene.deliver(3600);

    expect(times).toBe(3);
    expect(await scene.states()).toEqual({ failed: 1 });
  });

  it('that its process gives back too late does no harm to the one that has it now', async () => {
    await one();
    await scene.settle();
    scene.clock.pass(1 / 2880);
    const waits = Promise.withResolvers<Outcome>();
    scene.insteadOfHandOver(() => waits.promise);
    const slow = scene.run('deliver', { organisationId: scene.organisationId });
    await expect.poll(async () => (await message()).state).toBe('sending');
    const sends = Promise.withResolvers<Outcome>();
    scene.insteadOfHandOver(undefined);
    scene.answers(() => sends.promise);
    scene.clock.pass(150 / 86_400);
    const quick = scene.run('deliver', { organisationId: scene.organisationId });
    await expect.poll(async () => (await message()).handed).toBe(true);
    waits.resolve({ outcome: 'later', reason: 'no-turn', afterMs: 1000 });
    await slow;
    sends.resolve({ outcome: 'sent' });
    await quick;

    expect(await scene.states()).toEqual({ sent: 1 });
  });
});
