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
const CHANNEL = '19:team@thread.tacv2|19:accessibility@thread.tacv2';
const webhookUrl = 'https://prod-12.westeurope.logic.azure.com/workflows/abc?sig=a-secret';

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  bo = await scene.reached('Bo');
  communityId = await scene.community(ada, 'Accessibility guild', [bo]);
});

const connect = async () => {
  const place = { kind: 'teams-channel', externalId: CHANNEL, name: 'Engineering › Accessibility' } as const;
  await value(scene.core.communities.connectPlace(ada, { communityId, ...place }));
  await scene.core.notifications.recordConversation(ada, {
    conversationId: '19:accessibility@thread.tacv2',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    place: CHANNEL,
    left: false,
  });
};
const posting = (edit: Parameters<typeof scene.core.notifications.editPosting>[1]) =>
  scene.core.notifications.editPosting(ada, edit);
const posts = () => scene.sent.filter(({ message }) => message.forPlace);

describe('a new question', () => {
  it('is posted in the channel, and a reply in that thread is about it', async () => {
    await connect();
    scene.answers(() => ({ outcome: 'sent', activityId: '1700' }));
    const questionId = await scene.ask(bo, communityId, TITLE);
    await scene.deliver();

    expect(posts()).toMatchObject([
      {
        to: { by: 'bot', to: 'place', conversationId: '19:accessibility@thread.tacv2' },
        message: { items: [{ title: `New question: “${TITLE}”`, link: { id: questionId } }] },
      },
    ]);
    const thread = '19:accessibility@thread.tacv2;messageid=1700';
    const found = await value(scene.core.questions.findInThread(ada, { thread }));
    expect(found.question.id).toBe(questionId);
  });

  it('is told to whoever asked: where it was posted, and where not and why', async () => {
    await connect();
    const posted = async () =>
      (await value(scene.core.notifications.listBroadcasts(bo, { limit: 5 }))).items.map(({ posts: all }) => all);
    await scene.ask(bo, communityId, TITLE);
    await scene.deliver();
    expect(await posted()).toEqual([[{ place: 'Engineering › Accessibility', state: 'sent' }]]);

    scene.answers(({ message }) =>
      message.forPlace ? { outcome: 'refused', reason: 'not-installed' } : { outcome: 'sent', activityId: '1' },
    );
    await scene.ask(bo, communityId, 'Which reader do you test with?');
    await scene.deliver();
    const trouble = { reason: 'Copse is not in this channel any more', remedy: expect.stringContaining('add it') };
    expect((await posted())[0]).toEqual([{ place: 'Engineering › Accessibility', state: 'failed', trouble }]);
    expect(await value(scene.core.notifications.listBroadcasts(ada, { limit: 5 }))).toMatchObject({ items: [] });
  });

  it('that was asked right there is not posted once more', async () => {
    await connect();
    const questionId = await scene.ask(bo, communityId, TITLE);
    const thread = '19:accessibility@thread.tacv2;messageid=17';
    await value(scene.core.questions.noteThread(bo, { questionId, thread }));
    await scene.deliver();

    expect(posts()).toEqual([]);
  });

  it('is not posted where the community does not want that', async () => {
    await connect();
    await value(posting({ communityId, newQuestions: false }));
    await scene.ask(bo, communityId, TITLE);
    await scene.deliver();

    expect(posts()).toEqual([]);
  });

  it('that was hidden meanwhile is not posted', async () => {
    await connect();
    await scene.ask(bo, communityId, TITLE);
    await scene.settle();
    await db().updateTable('question').set({ hidden_at: scene.clock.now() }).execute();
    await scene.deliver();

    expect(posts()).toEqual([]);
  });

  it('goes by the webhook where no bot has met the channel', async () => {
    await value(posting({ communityId, webhookUrl }));
    await scene.ask(bo, communityId, TITLE);
    await scene.deliver();

    expect(posts().map(({ to }) => to)).toEqual([{ by: 'webhook', url: webhookUrl }]);
  });

  it('goes nowhere when the webhook has been forgotten', async () => {
    await value(posting({ communityId, webhookUrl }));
    await value(posting({ communityId, webhookUrl: null }));
    await scene.ask(bo, communityId, TITLE);
    await scene.deliver();

    expect(posts()).toEqual([]);
  });

  it('that was asked without a name names nobody in the post', async () => {
    await connect();
    await scene.ask(bo, communityId, TITLE, { anonymous: true });
    await scene.deliver();

    expect(posts()).toHaveLength(1);
    expect(JSON.stringify(posts())).not.toMatch(new RegExp(`${bo.personId}|Bo\\b`));
  });
});

describe('digests', () => {
  it('come on Monday with what is new, the unanswered first, and not to whoever asked', async () => {
    await scene.run('digest', {});
    scene.clock.pass(1);
    const first = await scene.ask(ada, communityId, TITLE);
    scene.clock.pass(0.01);
    await scene.answer(bo, first);
    await scene.ask(ada, communityId, `${TITLE} II`);
    await scene.deliver();
    scene.sent.length = 0;
    scene.clock.pass(6);
    await scene.run('digest', {});
    await scene.deliver();

    expect(scene.lines()).toEqual([`a:bo: ${TITLE} II | ${TITLE}`]);
    expect(scene.sent[0]?.message.items[0]?.because).toBe('New in Accessibility guild since your last digest.');
    await scene.run('digest', {});
    await scene.deliver();
    expect(scene.sent).toHaveLength(1);
  });

  it('come every day to whoever chose that, and never to whoever did not want them', async () => {
    await scene.prefer(bo, { 'new-question': 'daily' });
    const cy = await scene.reached('Cy');
    await value(scene.core.communities.joinCommunity(cy, { communityId }));
    await scene.prefer(cy, { 'new-question': 'never', 'community-news': 'never' });
    await scene.run('digest', {});
    scene.clock.pass(0.01);
    await scene.ask(ada, communityId, TITLE);
    await scene.deliver(24 * 3600);
    await scene.run('digest', {});
    await scene.deliver();

    expect(scene.lines()).toEqual([`a:bo: ${TITLE}`]);
  });

  it('of two processes only one composes them', async () => {
    await scene.prefer(bo, { 'new-question': 'daily' });
    await scene.run('digest', {});
    scene.clock.pass(0.01);
    await scene.ask(ada, communityId, TITLE);
    await scene.deliver(24 * 3600);
    await Promise.all([scene.run('digest', {}), scene.run('digest', {}), scene.run('digest', {})]);
    await scene.deliver();

    expect(scene.lines()).toEqual([`a:bo: ${TITLE}`]);
  });

  it('are posted to the channel on Monday, once', async () => {
    await connect();
    await value(posting({ communityId, newQuestions: false }));
    scene.clock.pass(2);
    for (const at of [1, 2, 3]) await scene.ask(ada, communityId, `${TITLE} ${at}`);
    scene.clock.pass(5.1);
    await scene.run('digest', {});
    await scene.run('digest', {});
    await scene.deliver();

    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.message.items).toHaveLength(3);
  });
});

describe('the settings of posting', () => {
  it('say to whoever looks after them why the newest post did not get there, until one does', async () => {
    await connect();
    const seen = async (who = ada) => (await value(scene.core.notifications.seePosting(who, { communityId }))).places;
    const place = { name: 'Engineering › Accessibility', by: 'bot' };
    expect(await seen()).toEqual([place]);
    scene.answers(() => ({ outcome: 'refused', reason: 'not-taken' }));
    await scene.ask(bo, communityId, TITLE);
    await scene.deliver();
    expect(await seen()).toEqual([{ ...place, trouble: expect.objectContaining({ reason: expect.any(String) }) }]);
    expect(await seen(bo)).toEqual([place]);

    scene.answers(() => ({ outcome: 'sent', activityId: '1700' }));
    await scene.ask(bo, communityId, 'Which reader do you test with?');
    await scene.deliver();
    expect(await seen()).toEqual([place]);
  });

  it('show the host of a webhook and never its address', async () => {
    const view = await value(posting({ communityId, webhookUrl }));
    expect(view).toMatchObject({
      webhook: { host: 'prod-12.westeurope.logic.azure.com' },
      places: [{ by: 'webhook' }],
      abilities: { edit: true },
    });
    expect(JSON.stringify(view)).not.toContain('a-secret');
  });

  it('are for whoever may connect a channel', async () => {
    const refused = await scene.core.notifications.editPosting(bo, { communityId, newQuestions: false });
    expect(refused).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await value(scene.core.notifications.seePosting(bo, { communityId }))).toMatchObject({
      abilities: { edit: false },
    });
  });
});
