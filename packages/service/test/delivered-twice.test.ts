import { botScene } from '@copse/teams-app/testing/bot';
import { IN_CHANNEL, talkTo, type Talk } from '@copse/teams-app/testing/conversation';
import { beforeEach, describe, expect, it } from 'vitest';
import { LEFT_AFTER_MS, sharedDeliveries } from '../src/http/deliveries-store.ts';

const { db, channel, core, mara, aCommunity, aCommunityInChannel, aQuestion, asMember } = botScene();
let processes: readonly Talk[];
let later = 0;

beforeEach(() => {
  later = 0;
  const sharing = () => sharedDeliveries(db(), 'a secret of the service', () => new Date(Date.now() + later)).share;
  processes = Array.from({ length: 3 }, () => talkTo(core(), channel(), { sharing: sharing() }));
});

const to = async (at: number, activity: object) => processes[at]?.deliver(activity);
const toEach = (activity: object) => [0, 1, 2, 0, 1].map((at) => to(at, activity));
const questions = () => db().selectFrom('question').select(['id', 'title']).execute();
const answers = () => db().selectFrom('answer').select('id').execute();
const cards = () => channel().sent.filter(({ method }) => method === 'POST');
const asking = () => mara().activity({ text: 'ask How do I caption a live talk?', ...IN_CHANNEL });

/** As if whoever was at it still were. The end is noted a moment after the answer, and would undo this. */
async function asBegun() {
  const underway = db().selectFrom('delivery').select('key').where('done', '=', false);
  await expect.poll(() => underway.execute(), { timeout: 10_000 }).toEqual([]);
  await db().updateTable('delivery').set({ done: false }).execute();
}

/** As if whoever was at it had been killed before it could say so, `sent` or not. */
async function killedOver(kept: { readonly sent: number }) {
  await asBegun();
  channel().sent.splice(kept.sent);
  later = LEFT_AFTER_MS + 1000;
}

describe('an activity that three processes get five times', () => {
  it('at once is one question and one card', async () => {
    await aCommunityInChannel();
    const replies = await Promise.all(toEach(asking()));

    expect(replies.map((reply) => reply?.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await questions()).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  it('one after the other is one question and one card', async () => {
    await aCommunityInChannel();
    const activity = asking();
    for (const at of [0, 1, 2, 0, 1]) expect((await to(at, activity))?.status).toBe(200);

    expect(await questions()).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  it('in the thread of a question is one answer', async () => {
    const { id } = await aCommunityInChannel();
    const { id: questionId } = await aQuestion(id);
    const thread = IN_CHANNEL.conversation.id;
    const actor = await asMember(id);
    await core().questions.noteThread(actor, { questionId, thread, message: '17' });
    await Promise.all(
      toEach(mara().activity({ text: 'answer Use the captions that the studio makes.', ...IN_CHANNEL })),
    );

    expect(await answers()).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  it('as a press of a button is one answer, and every delivery is told how things stand', async () => {
    const { id } = await aCommunityInChannel();
    const question = await aQuestion(id);
    await asMember(id);
    const data = { dialog: 'answer', question: question.id, text: 'Use the captions of the studio.', step: 'send' };
    const press = mara().activity({ type: 'invoke', name: 'task/submit', value: { data }, replyToId: 'card-1' });
    const replies = await Promise.all(toEach(press));

    expect(replies.map((reply) => reply?.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await answers()).toHaveLength(1);
  });

  it('as the news that the app was added is one welcome', async () => {
    await Promise.all(toEach(mara().activity({ type: 'installationUpdate', action: 'add' })));
    expect(cards()).toHaveLength(1);
  });
});

describe('an activity whose process was killed', () => {
  it('after it had asked, is answered by the next delivery with the question', async () => {
    await aCommunityInChannel();
    const activity = asking();
    await to(0, activity);
    await killedOver({ sent: 0 });
    await to(1, activity);

    expect(await questions()).toHaveLength(1);
    expect(JSON.stringify(cards())).toContain('How do I caption a live talk?');
  });

  it('before it had asked anything, is asked by the next delivery', async () => {
    await aCommunityInChannel();
    const activity = asking();
    await to(0, activity);
    await db().deleteFrom('question').execute();
    await db().deleteFrom('outbox').execute();
    await killedOver({ sent: 0 });
    await to(1, activity);

    expect(await questions()).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  it('is left to it as long as it may still be alive', async () => {
    await aCommunityInChannel();
    const activity = asking();
    await to(0, activity);
    await asBegun();
    await to(1, activity);
    expect(cards()).toHaveLength(1);
  });

  it('over a press, is told that it has been done', async () => {
    const { id } = await aCommunityInChannel();
    const question = await aQuestion(id);
    await asMember(id);
    const data = { dialog: 'answer', question: question.id, text: 'Use the captions of the studio.', step: 'send' };
    const press = mara().activity({ type: 'invoke', name: 'task/submit', value: { data }, replyToId: 'card-1' });
    await to(0, press);
    const again = await to(1, press);

    expect(JSON.stringify(again?.body)).toContain('That has been done.');
    expect(await answers()).toHaveLength(1);
  });
});

it('two people who write the same are two questions', async () => {
  await aCommunityInChannel();
  await Promise.all([to(0, asking()), to(1, asking())]);
  expect(await questions()).toHaveLength(2);
});

it('no two facts of one turn can be told to belong together', async () => {
  const { id } = await aCommunity();
  await db().deleteFrom('outbox').execute();
  const value = { action: { type: 'Action.Execute', verb: 'join', data: { community: id } } };
  await to(0, mara().activity({ type: 'invoke', name: 'adaptiveCard/action', value }));

  const facts = await db().selectFrom('outbox').select(['type', 'intent']).execute();
  expect(facts.length).toBeGreaterThan(1);
  expect(facts.every(({ intent }) => intent !== null)).toBe(true);
  expect(new Set(facts.map(({ intent }) => intent)).size).toBe(facts.length);
});
