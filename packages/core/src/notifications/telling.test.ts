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

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  bo = await scene.reached('Bo');
  communityId = await scene.community(ada, 'Accessibility guild', [bo]);
});

const TITLE = 'How do I test a page with the keyboard?';

describe('whoever asked', () => {
  it('hears of an answer, why, and where it is', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE);
    await scene.answer(bo, questionId);
    await scene.deliver();

    expect(scene.sent).toMatchObject([
      {
        to: { by: 'bot', conversationId: 'a:ada', serviceUrl: 'https://smba.trafficmanager.net/emea/' },
        message: {
          items: [
            {
              kind: 'answer-to-my-question',
              title: `New answer to “${TITLE}”`,
              because: 'You asked this question.',
              link: { kind: 'question', id: questionId },
              community: { id: communityId, name: 'Accessibility guild' },
            },
          ],
        },
      },
    ]);
    expect(await scene.states()).toEqual({ sent: 1 });
  });

  it('hears of five answers in one message', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE);
    for (let count = 0; count < 5; count += 1) await scene.answer(bo, questionId, `Answer ${count}`);
    await scene.deliver();
    await scene.deliver();

    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
    expect(await scene.states()).toEqual({ sent: 5 });
  });

  it('does not hear of their own answer', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE);
    await scene.answer(ada, questionId);
    await scene.deliver();

    expect(scene.sent).toEqual([]);
  });

  it('hears of different things together, too', async () => {
    const [first, second] = [await scene.ask(ada, communityId, TITLE), await scene.ask(bo, communityId, `${TITLE} II`)];
    await scene.answer(bo, first);
    const answerId = await scene.answer(ada, second);
    await value(scene.core.questions.acceptAnswer(bo, { questionId: second, answerId }));
    await scene.deliver();

    expect(scene.lines().toSorted()).toEqual([
      `a:ada: New answer to “${TITLE}” | Your answer solved “${TITLE} II”`,
      `a:bo: New answer to “${TITLE} II”`,
    ]);
  });
});

describe('nothing is sent', () => {
  it('at night: it is held until morning', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE);
    scene.clock.pass(0.5); // 22:00 in Berlin
    await scene.answer(bo, questionId);
    await scene.deliver();
    expect(scene.sent).toEqual([]);
    expect(await scene.states()).toEqual({ held: 1 });

    await scene.deliver(12 * 3600);
    expect(scene.sent).toHaveLength(1);
  });

  it('that has been turned off, and that is to be seen', async () => {
    await scene.prefer(ada, { 'answer-to-my-question': 'never' });
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.deliver();

    expect(scene.sent).toEqual([]);
    expect(await scene.states()).toEqual({ unwanted: 1 });
    const { items } = await value(scene.core.notifications.listNotifications(ada, { limit: 10 }));
    expect(items).toMatchObject([{ state: 'unwanted', title: `New answer to “${TITLE}”` }]);
  });

  it('that is turned off while it waits', async () => {
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.settle();
    await scene.prefer(ada, { 'answer-to-my-question': 'never' });
    await scene.deliver();

    expect(scene.sent).toEqual([]);
    expect(await scene.states()).toEqual({ unwanted: 1 });
  });

  it('to whoever has chosen otherwise for this community', async () => {
    const communities = [{ communityId, times: { 'answer-to-my-question': 'daily' } as const }];
    await value(scene.core.notifications.editPreferences(ada, { communities }));
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.deliver();
    expect(scene.sent).toEqual([]);

    await scene.deliver(24 * 3600);
    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  });

  it('while somebody is away', async () => {
    await value(scene.core.notifications.editPreferences(ada, { awayUntil: '2026-03-05T00:00:00.000Z' }));
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.deliver(24 * 3600);
    expect(scene.sent).toEqual([]);

    await scene.deliver(2.2 * 24 * 3600);
    expect(scene.sent).toHaveLength(1);
  });

  it('of what they may no longer see', async () => {
    const secret = await scene.community(ada, 'Secret circle', [bo]);
    const questionId = await scene.ask(bo, secret, TITLE);
    const hidden = { communityId: secret, visibility: 'by-invitation' } as const;
    await value(scene.core.communities.editCommunity(ada, hidden));
    await db().updateTable('question').set({ visibility: 'members', author_id: ada.personId }).execute();
    await scene.answer(bo, questionId);
    await scene.settle();
    await db()
      .updateTable('notification')
      .set({ recipient_id: (await scene.reached('Cy')).personId })
      .execute();
    await scene.deliver();

    expect(scene.sent).toEqual([]);
    expect(await scene.states()).toEqual({ expired: 1 });
  });
});

describe('people who are asked to decide', () => {
  it('coordinators hear of a request to join, and the person of how it ended', async () => {
    const closedCommunity = await scene.community(ada, 'On request');
    const edit = { communityId: closedCommunity, visibility: 'on-request' } as const;
    await value(scene.core.communities.editCommunity(ada, edit));
    const cy = await scene.reached('Cy');
    await scene.prefer(ada, { 'community-news': 'now' });
    await scene.prefer(cy, { 'community-news': 'now' });
    await value(scene.core.communities.joinCommunity(cy, { communityId: closedCommunity }));
    await scene.deliver();
    const admitted = { communityId: closedCommunity, personId: cy.personId };
    await value(scene.core.communities.admitMember(ada, admitted));
    await scene.deliver();

    expect(scene.lines()).toEqual(['a:ada: Somebody would like to join On request', 'a:cy: Welcome to On request']);
  });
});

describe('a fact', () => {
  it('is told once, however often it is handed over', async () => {
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE));
    await scene.settle();
    const { id, organisation_id, type, payload, occurred_at } = await db()
      .selectFrom('outbox')
      .selectAll()
      .where('type', '=', 'answer.given')
      .executeTakeFirstOrThrow();
    const event = {
      id,
      type,
      organisationId: organisation_id,
      occurredAt: occurred_at.toISOString(),
      ...(payload as object),
    };
    await Promise.all([scene.run('announce', { event }), scene.run('announce', { event })]);
    await scene.deliver();

    expect(await scene.states()).toEqual({ sent: 1 });
  });
});
