import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aPublishingScene, type PublishingScene } from '../testing/publishing-scene.ts';
import { stalledSitesView } from './view-contract.ts';

const db = testDatabase();
let scene: PublishingScene;
beforeEach(async () => {
  scene = await aPublishingScene(db());
});

const stalled = async () =>
  (await value(scene.publishing.seeStalledSites(scene.ana, { communityId: scene.communityId }))).items;
const everyStalled = async (who: Actor) => (await value(scene.publishing.seeEveryStalledSite(who))).items;
const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

it('a site that has fetched nothing for an hour is told, with how many wait, until its app comes', async () => {
  await scene.queue();
  const since = scene.clock.now().toISOString();
  scene.clock.pass(HOUR);
  expect(await stalled()).toEqual([]);
  scene.clock.pass(MINUTE);
  const found = await stalled();
  expect(found).toEqual([{ siteUrl: 'https://northwind.atlassian.net', since, waitingCount: 1 }]);
  expect(stalledSitesView.parse({ items: found })).toEqual({ items: found });
  await scene.claim();
  expect(await stalled()).toEqual([]);
});

it('nothing is told of a site for which nothing waits', async () => {
  await scene.publish();
  scene.clock.pass(7);
  expect(await stalled()).toEqual([]);
});

it('administrators are told of the whole organisation, and nobody of another', async () => {
  await scene.queue();
  scene.clock.pass(2 * HOUR);
  const sven = await scene.person('Sven Admin', { administrator: true });
  expect(await everyStalled(sven)).toMatchObject([{ waitingCount: 1 }]);
  const stranger = { ...sven, organisationId: '01900000-0000-7000-8000-0000000000e9' as never };
  expect(await everyStalled(stranger)).toEqual([]);
  const { publishing, communityId, ben, cem, ana } = scene;
  expect(await publishing.seeStalledSites(stranger, { communityId })).toEqual({
    ok: false,
    reason: 'no-such-community',
  });
  for (const who of [ben, cem])
    expect(await publishing.seeStalledSites(who, { communityId })).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await publishing.seeEveryStalledSite(ana)).toEqual({ ok: false, reason: 'not-allowed' });
});
