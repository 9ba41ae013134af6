import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { atlassianAccount } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import { aPublishingScene, CLOUD, type PublishingScene } from '../testing/publishing-scene.ts';

const db = testDatabase();
let notices: NoticeScene;
let scene: PublishingScene;

/** Lets somebody hear of practices at once, in a chat of their own. */
async function reach(name: string, actor: Actor) {
  const chat = { conversationId: `a:${name}`, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
  await value(scene.core.notifications.recordConversation(actor, { ...chat, place: undefined, left: false }));
  await notices.prefer(actor, { 'practice-needs-me': 'now', 'community-news': 'now' });
}

beforeEach(async () => {
  notices = await aNoticeScene(db());
  scene = await aPublishingScene(db(), notices);
  await reach('ana', scene.ana);
  await reach('ben', scene.ben);
  const key = atlassianAccount(CLOUD, '712020:ben');
  await db()
    .insertInto('account')
    .values({ key, person_id: scene.ben.personId, label: 'Confluence', linked_at: scene.clock.now() })
    .execute();
  await notices.deliver();
  notices.sent.length = 0;
});

it('whoever keeps a practice hears when others publish it, and not when they do it themselves', async () => {
  await value(
    scene.publishing.queuePublication(scene.ana, {
      practiceId: scene.practiceId,
      connectionId: scene.connectionId,
      onto: 'new-page',
    }),
  );
  const [attempt] = await scene.claim();
  await value(scene.report(attempt!, scene.write(attempt!)!));
  await notices.deliver();
  expect(notices.lines()).toEqual(['a:ben: “Clean the joint first” is published in Confluence']);

  await value(scene.publishing.withdrawPublication(scene.ben, { practiceId: scene.practiceId }));
  scene.site.pages.clear();
  await scene.publish();
  await notices.deliver();
  expect(notices.lines()).toHaveLength(1);
});

it('whoever keeps a practice hears of edits of its page, unless they are their own', async () => {
  await scene.publish();
  await scene.editPage({ body: 'Brush twice.' });
  await notices.deliver();
  expect(notices.lines()).toEqual(['a:ben: The page of “Clean the joint first” was edited in Confluence']);
  await scene.editPage({ body: 'Brush thrice.' }, { accountId: '712020:ben' });
  await notices.deliver();
  expect(notices.lines()).toHaveLength(1);
});

it('whoever keeps a practice hears once that both sides were edited, however often the page is saved', async () => {
  await scene.publish();
  await scene.edit({ body: 'Brush.' });
  for (const body of ['Grind.', 'Grind more.', 'Grind less.']) await scene.editPage({ body });
  await notices.deliver();
  expect(notices.lines()).toEqual(['a:ben: “Clean the joint first” was changed here and on its page']);
});

it('whoever asked hears that it could not be published, when nobody tries again by themselves', async () => {
  await value(
    scene.publishing.queuePublication(scene.ana, {
      practiceId: scene.practiceId,
      connectionId: scene.connectionId,
      onto: 'new-page',
    }),
  );
  const [first] = await scene.claim();
  await value(scene.publishing.recordOutcome(scene.app, { attemptId: first!.id, failure: 'confluence-unavailable' }));
  await notices.deliver();
  expect(notices.lines()).toEqual([]);
  scene.clock.pass(1);
  const [second] = await scene.claim();
  await value(scene.publishing.recordOutcome(scene.app, { attemptId: second!.id, failure: 'title-taken' }));
  await notices.deliver();
  expect(notices.lines()).toEqual(['a:ana: “Clean the joint first” could not be put on its page']);
});

it('whoever keeps a practice hears that its page was deleted', async () => {
  const page = await scene.publish();
  await value(scene.publishing.reportPageGone(scene.app, { pageId: page.id }));
  await value(scene.publishing.reportPageGone(scene.app, { pageId: page.id }));
  await notices.deliver();
  expect(notices.lines()).toEqual(['a:ben: The page of “Clean the joint first” was deleted in Confluence']);
});
