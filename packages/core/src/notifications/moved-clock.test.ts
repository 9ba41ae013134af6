import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let bo: Actor;
let communityId: string;
const TITLE = 'How do I test a page with the keyboard?';
const DAY = 1;
const HOUR = 1 / 24;
const SECOND = 1 / 86_400;

// Monday, 10:00 in Berlin, where everybody works from nine to five.
beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  bo = await scene.reached('Bo');
  communityId = await scene.community(ada, 'Accessibility guild', [bo]);
});

/** The clock is moved in the middle of everything, and things are looked at again each time. */
async function moved(...days: readonly number[]): Promise<void> {
  for (const by of days) {
    scene.clock.pass(by);
    await scene.run('look', {});
    await scene.run('digest', {});
    await scene.run('sweep', {});
    await scene.deliver(0);
  }
}

describe('when the clock jumps a day ahead and an hour back', () => {
  const jumps = [DAY, -HOUR, HOUR, -HOUR, DAY, -DAY, DAY];

  it('what was held until morning comes once', async () => {
    scene.clock.pass(12 * HOUR);
    const question = await scene.ask(ada, communityId, TITLE);
    await scene.answer(bo, question);
    await scene.deliver();
    expect(await scene.states()).toEqual({ held: 1 });
    scene.clock.pass(-10 * HOUR);
    await moved(...jumps);

    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
    expect(await scene.states()).toEqual({ sent: 1 });
  });

  it('what may be sent soon is sent once', async () => {
    const question = await scene.ask(ada, communityId, TITLE);
    await scene.answer(bo, question);
    await moved(...jumps);
    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  });

  it('a digest comes once, with everything that was asked, also in the hour that came twice', async () => {
    await scene.prefer(bo, { 'new-question': 'daily' });
    await moved(0);
    await scene.ask(ada, communityId, 'Asked before?');
    await moved(DAY, 0);
    scene.clock.pass(-HOUR / 2);
    await scene.ask(ada, communityId, 'Asked in the hour that came twice?');
    await moved(HOUR / 2, -HOUR, HOUR, DAY, -HOUR, DAY);

    const digests = scene.sent.filter(({ to }) => to.by === 'bot' && to.conversationId === 'a:bo');
    const asked = digests.flatMap(({ message }) => message.items.map(({ title }) => title)).toSorted();
    expect(asked.map((title) => /“(.*)”/.exec(title)?.[1] ?? title)).toEqual([
      'Asked before?',
      'Asked in the hour that came twice?',
    ]);
  });

  it('nobody is asked for help twice, and the next three are asked', async () => {
    const knows = { skills: [{ topic: 'wcag', level: 'can-teach' }] };
    for (const name of ['Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal']) {
      const actor = await scene.reached(name, knows);
      await value(scene.core.communities.joinCommunity(actor, { communityId }));
    }
    await scene.ask(ada, communityId, TITLE, { topics: ['wcag'] });
    await scene.deliver();
    await moved(...jumps);

    const { rows } = await sql<{ asked: number; people: number }>`
      SELECT count(*) AS asked, count(DISTINCT person_id) AS people FROM consulted
    `.execute(db());
    expect(rows[0]?.asked).toBe(rows[0]?.people);
    expect(rows[0]?.people).toBe(6);
    const lines = scene.lines().filter((line) => line.includes('Can you help'));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('a one-time code is used once, and not after a day', async () => {
    const codeOf = async (actor: Actor) => (await value(scene.core.identity.issueLinkCode(actor))).code;
    const redeem = (code: string) => scene.core.identity.redeemLinkCode(bo, { code });
    const old = await codeOf(ada);
    scene.clock.pass(DAY);
    expect(await redeem(old)).toEqual({ ok: false, reason: 'code-expired' });
    const fresh = await codeOf(ada);
    scene.clock.pass(-HOUR);
    expect(await redeem(fresh)).toMatchObject({ ok: true });
    scene.clock.pass(HOUR);
    expect(await redeem(fresh)).toMatchObject({ ok: false });
  });
});

describe('a message in the hands of a process that was killed', () => {
  const killedOver = async () => {
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.settle();
    scene.clock.pass(30 * SECOND);
    scene.insteadOfHandOver(() => new Promise(() => {}));
    void scene.run('deliver', { organisationId: scene.organisationId });
    await expect.poll(async () => (await scene.states())['sending']).toBe(1);
    scene.insteadOfHandOver(undefined);
  };

  it('is not held for an hour because the clock was put back', async () => {
    await killedOver();
    await moved(-HOUR);
    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  });

  it('is sent once when a day is over in a moment', async () => {
    await killedOver();
    await moved(DAY, -HOUR, DAY);
    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  });
});

it('a message that is on its way when the clock jumps a day ahead is not sent again', async () => {
  await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
  await scene.settle();
  scene.clock.pass(30 * SECOND);
  const answered = Promise.withResolvers<void>();
  const handed = Promise.withResolvers<void>();
  scene.answers(async () => {
    await answered.promise;
    return { outcome: 'sent' };
  });
  scene.afterHandOver(async () => handed.resolve());
  const sending = scene.run('deliver', { organisationId: scene.organisationId });
  await handed.promise;
  await moved(DAY);
  answered.resolve();
  await sending;
  await moved(-HOUR, DAY);

  expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  expect(await scene.states()).toEqual({ sent: 1 });
});
