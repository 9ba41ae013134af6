import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, type PublishingScene } from '../testing/publishing-scene.ts';
import { MOST_TRIES } from './attempt.ts';
import type { PublicationAttempt } from './view-contract.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

const MINUTE = 1 / 24 / 60;
const claimOne = async (): Promise<PublicationAttempt> => {
  const [attempt] = await scene.claim();
  if (!attempt) throw new Error('Nothing waits');
  return attempt;
};
const fail = (
  attempt: PublicationAttempt,
  failure: 'confluence-unavailable' | 'edited-meanwhile' | 'title-taken',
  more = {},
) => value(scene.publishing.recordOutcome(scene.app, { attemptId: attempt.id, failure, ...more }));

describe('what Confluence does not take', () => {
  it('is tried again by itself, less and less often, and then waits for a person', async () => {
    await scene.queue();
    const waits: number[] = [];
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      await fail(await claimOne(), 'confluence-unavailable');
      const { nextTryAt } = await scene.see();
      const wait = (new Date(nextTryAt!).getTime() - scene.clock.now().getTime()) / 60_000;
      waits.push(wait);
      scene.clock.pass((wait - 1) * MINUTE);
      expect(await scene.claim()).toEqual([]);
      scene.clock.pass(MINUTE);
    }
    expect(waits).toEqual([4, 8, 16, 32, 64]);
    await fail(await claimOne(), 'confluence-unavailable');
    const seen = await scene.see();
    expect(seen).toMatchObject({ state: 'failed', failure: 'confluence-unavailable', abilities: { publish: true } });
    expect(seen).not.toHaveProperty('nextTryAt');
    scene.clock.pass(30);
    expect(await scene.claim()).toEqual([]);
    await scene.queue();
    expect(await scene.claim()).toHaveLength(1);
  });

  it('waits as long as Confluence asks', async () => {
    await scene.queue();
    await fail(await claimOne(), 'confluence-unavailable', { retryAfterSeconds: 1800 });
    scene.clock.pass(29 * MINUTE);
    expect(await scene.claim()).toEqual([]);
    scene.clock.pass(MINUTE);
    expect(await scene.claim()).toHaveLength(1);
  });

  it('is not tried for ever where attempts end without a word', async () => {
    await scene.queue();
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await claimOne();
      scene.clock.pass(6 * MINUTE);
    }
    expect(await scene.claim()).toEqual([]);
    expect(await scene.see()).toMatchObject({ state: 'failed', failure: 'no-outcome', abilities: { publish: true } });
  });

  it('because somebody was editing is read again at once, but not for ever either', async () => {
    await scene.queue();
    for (let tries = 1; tries < MOST_TRIES; tries += 1) await fail(await claimOne(), 'edited-meanwhile');
    await fail(await claimOne(), 'edited-meanwhile');
    expect(await scene.see()).toMatchObject({ state: 'failed', failure: 'edited-meanwhile' });
  });

  it('waits for a person at once where trying again is no use', async () => {
    await scene.queue();
    await fail(await claimOne(), 'title-taken');
    expect(await scene.see()).toMatchObject({ state: 'failed', failure: 'title-taken' });
    scene.clock.pass(1);
    expect(await scene.claim()).toEqual([]);
  });
});
