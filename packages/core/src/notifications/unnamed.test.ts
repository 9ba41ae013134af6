import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { dumpRows, writingsOf, writingsOfText } from '../testing/dump.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let bo: Actor;
let communityId: string;
const TITLE = 'How do I tell my lead that I am lost?';

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  bo = await scene.reached('Bo');
  communityId = await scene.community(bo, 'Accessibility guild', [ada]);
  await fromNowOn();
});

let before: ReadonlySet<string>;
/** From now on what is written down must name nobody. */
const fromNowOn = async () => void (before = await dumpRows(db()));
/** Every row of every table that has come since, or changed. */
const everythingKept = async () => [...(await dumpRows(db()))].filter((row) => !before.has(row)).join('\n');
const told = async (actor: Actor) =>
  (await value(scene.core.notifications.listNotifications(actor, { limit: 20 }))).items;

describe('whoever asks without a name', () => {
  it('is told of an answer, and nothing that is kept says that it was they', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE, { anonymous: true });
    await db().deleteFrom('outbox').where('type', '<>', 'question.asked').execute();
    await scene.answer(bo, questionId);
    await scene.settle();
    expect(await everythingKept()).not.toContain(ada.personId);

    scene.answers(() => ({ outcome: 'sent', activityId: 'activity-in-the-chat-of-ada' }));
    await scene.deliver();
    expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
    const kept = await everythingKept();
    expect(kept).not.toContain(ada.personId);
    expect(kept).not.toContain('a:ada');
    expect(kept).not.toContain('activity-in-the-chat-of-ada');
  });

  it('finds it among their messages, and nobody else does', async () => {
    const questionId = await scene.ask(ada, communityId, TITLE, { anonymous: true });
    await scene.answer(bo, questionId);
    await scene.deliver();

    expect(await told(ada)).toMatchObject([{ title: `New answer to “${TITLE}”`, link: { id: questionId } }]);
    expect(await told(bo)).toEqual([]);
  });

  it('is not given away by the moment at which they wrote to the bot', async () => {
    scene.clock.pass(3);
    const conversation = { conversationId: 'a:ada', serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await scene.core.notifications.recordConversation(ada, { ...conversation, place: undefined, left: false });
    const { renewed_at } = await db()
      .selectFrom('conversation')
      .select('renewed_at')
      .where('conversation_id', '=', 'a:ada')
      .executeTakeFirstOrThrow();
    const today = scene.clock.now().toISOString().slice(0, 10);
    expect(renewed_at.toISOString()).toBe(`${today}T00:00:00.000Z`);
  });

  it('is told of it like everybody else, since who is missing would be found out', async () => {
    for (const who of [ada, bo]) await scene.prefer(who, { 'new-question': 'now' });
    await scene.ask(ada, communityId, TITLE, { anonymous: true });
    const byName = await scene.ask(bo, communityId, `${TITLE} II`);
    await scene.answer(bo, byName, 'I do not know either.', true);
    await scene.deliver();

    const rows = await db().selectFrom('notification').select(['what', 'recipient_id']).execute();
    const to = (what: string) => rows.filter((row) => row.what === what).map(({ recipient_id }) => recipient_id);
    const each = Map.groupBy(to('question-asked'), (id) => id);
    expect([each.get(ada.personId)?.length, each.get(bo.personId)?.length]).toEqual([2, 1]);
    // That nobody told Bo of an answer to their question would say that it is their own.
    expect(to('answer-given')).toEqual([bo.personId]);
  });

  it('sees how many the question reached, and nobody else does', async () => {
    await scene.prefer(bo, { 'new-question': 'now' });
    const questionId = await scene.ask(ada, communityId, TITLE, { anonymous: true });
    await scene.deliver();
    const broadcasts = async (actor: Actor) =>
      (await value(scene.core.notifications.listBroadcasts(actor, { limit: 20 }))).items;

    expect(await broadcasts(ada)).toMatchObject([
      { about: expect.stringContaining(TITLE) as unknown, link: { id: questionId }, counts: { sent: 1 } },
    ]);
    expect(await broadcasts(bo)).toEqual([]);
    const broadcastId = (await broadcasts(ada))[0]?.id ?? '';
    const recipients = (actor: Actor) => scene.core.notifications.listRecipients(actor, { broadcastId, limit: 20 });
    expect(await recipients(ada)).toMatchObject({ ok: true, value: { items: [{ person: { name: 'Bo' } }] } });
    expect(await recipients(bo)).toEqual({ ok: false, reason: 'no-such-broadcast' });
  });

  it('is told by one message of five answers to one question, and by another of the next question', async () => {
    const [one, two] = [
      await scene.ask(ada, communityId, TITLE, { anonymous: true }),
      await scene.ask(ada, communityId, `${TITLE} II`, { anonymous: true }),
    ];
    for (const at of [1, 2, 3, 4, 5]) await scene.answer(bo, one, `Answer ${at}`);
    await scene.answer(bo, two);
    await scene.deliver();

    expect(scene.lines().toSorted()).toEqual(
      [`a:ada: New answer to “${TITLE} II”`, `a:ada: New answer to “${TITLE}”`].toSorted(),
    );
    const messages = await db().selectFrom('message').select('id').execute();
    expect(messages).toHaveLength(2);
  });

  it('is not given away by what they chose, or where they live', async () => {
    await scene.prefer(ada, { 'answer-to-my-question': 'never' });
    const cy = await scene.reached('Cy');
    await value(scene.core.communities.joinCommunity(cy, { communityId }));
    await value(scene.core.trust.acknowledgeConduct(cy, { communityId }));
    await db().updateTable('person').set({ time_zone: 'Asia/Tokyo' }).where('id', '=', cy.personId).execute();
    for (const who of [ada, cy]) await scene.answer(bo, await scene.ask(who, communityId, TITLE, { anonymous: true }));
    await scene.deliver();

    expect(scene.sent).toEqual([]);
    const rows = await db().selectFrom('notification').select(['state', 'due_at', 'failure']).execute();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
  });

  it('is told in the end, when they are at work', async () => {
    await db().updateTable('person').set({ time_zone: 'America/New_York' }).where('id', '=', ada.personId).execute();
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE, { anonymous: true }));
    await scene.deliver();
    expect(scene.sent).toEqual([]);
    for (let hour = 0; hour < 6; hour += 1) await scene.deliver(3700);

    expect(scene.sent).toHaveLength(1);
  });

  it('is not said to have blocked the bot', async () => {
    await scene.answer(bo, await scene.ask(ada, communityId, TITLE, { anonymous: true }));
    scene.answers(() => ({ outcome: 'blocked' }));
    await scene.deliver();

    expect(await scene.states()).toEqual({ failed: 1 });
  });
});

it('whoever has a question too is told when it is solved, and stands nowhere', async () => {
  const cy = await scene.reached('Cy');
  await fromNowOn();
  const questionId = await scene.ask(ada, communityId, TITLE);
  await value(scene.core.questions.haveThisToo(cy, { questionId }));
  const answerId = await scene.answer(bo, questionId);
  await value(scene.core.questions.acceptAnswer(ada, { questionId, answerId }));
  await scene.deliver();

  expect(scene.lines().filter((line) => line.startsWith('a:cy'))).toEqual([`a:cy: Solved: “${TITLE}”`]);
  expect(await everythingKept()).not.toContain(cy.personId);
});

it('an answer without a name is told like any other, and names nobody', async () => {
  const questionId = await scene.ask(ada, communityId, TITLE);
  await scene.answer(bo, questionId, 'Just tell them.', true);
  await scene.deliver();

  expect(scene.lines()).toEqual([`a:ada: New answer to “${TITLE}”`]);
  const rows = await db().selectFrom('notification').selectAll().execute();
  expect(JSON.stringify([rows, scene.sent])).not.toContain(bo.personId);
});

it('whoever wrote without a name is told what a steward decided, and why', async () => {
  const questionId = await scene.ask(ada, communityId, TITLE, { anonymous: true });
  const subject = { kind: 'question', id: questionId } as const;
  await value(scene.core.trust.moderate(bo, { subject, action: 'hide', reason: 'It names a customer.' }));
  await scene.deliver();

  expect(scene.lines()).toEqual([`a:ada: Something that you wrote was hidden: “${TITLE}”`]);
  expect(scene.sent[0]?.message.items[0]?.because).toBe('A steward says: “It names a customer.”');
  const rows = await db().selectFrom('notification').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(ada.personId);
});

it('nothing that anybody else is sent says who asked and answered without a name', async () => {
  const knows = { skills: [{ topic: 'wcag', level: 'can-teach' }] };
  const zoe = await scene.reached('Zephyrquill');
  const others = [await scene.reached('Cy', knows), await scene.reached('Di')];
  for (const one of [zoe, ...others]) {
    await value(scene.core.communities.joinCommunity(one, { communityId }));
    await value(scene.core.trust.acknowledgeConduct(one, { communityId }));
    await scene.prefer(one, { 'new-question': 'now' });
  }
  await scene.prefer(bo, { 'new-question': 'daily' });
  const place = { kind: 'teams-channel', externalId: '19:team|19:channel', name: 'General' } as const;
  await value(scene.core.communities.connectPlace(bo, { communityId, ...place }));
  await scene.core.notifications.recordConversation(bo, {
    conversationId: '19:channel',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    place: place.externalId,
    left: false,
  });
  const mine = await scene.ask(zoe, communityId, TITLE, { anonymous: true, topics: ['wcag'] });
  await value(scene.core.questions.commentOn(zoe, { questionId: mine, text: 'Nobody knows.' }));
  const theirs = await scene.ask(ada, communityId, 'Where do I begin?');
  const answerId = await scene.answer(zoe, theirs, 'At the beginning.', true);
  await value(scene.core.questions.acceptAnswer(ada, { questionId: theirs, answerId }));
  await value(scene.core.trust.report(zoe, { subject: { kind: 'question', id: theirs }, reason: 'spam', note: '' }));
  await scene.deliver();
  await scene.run('digest', {});
  for (const seconds of [3600, 86_400, 3600]) await scene.deliver(seconds);
  await scene.run('digest', {});
  await scene.deliver(3600);

  const secrets = [...writingsOf(zoe.personId), ...['Zephyrquill', 'zephyrquill', zoe.account].flatMap(writingsOfText)];
  const toOthers = scene.sent.filter(({ to }) => to.by !== 'bot' || to.conversationId !== 'a:zephyrquill');
  const places = new Set(toOthers.map(({ to }) => (to.by === 'bot' ? to.conversationId : to.url)));
  expect([...places]).toEqual(expect.arrayContaining(['a:cy', 'a:di', 'a:ada', '19:channel']));
  const texts = toOthers.map(({ message }) => JSON.stringify(message));
  expect(texts.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
});
