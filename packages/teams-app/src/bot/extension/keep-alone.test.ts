import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../../test/bot-scene.ts';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { IN_CHANNEL, IN_GROUP_CHAT, TENANT, wordsOf } from '../../../test/conversation.ts';
import { ANSWER, dataOf, GROUP, keepingThread, SAID, valuesOf } from '../../../test/keeping-thread.ts';
import { VERBS } from '../actions/dispatch.ts';

const scene = botScene();
const { channel, mara, thread } = scene;
const { act, open, go, here, theDraft } = keepingThread(scene);

describe('where the dialog listens', () => {
  const inChannel = {
    kind: 'thread',
    tenantId: TENANT,
    groupId: GROUP,
    channelId: IN_CHANNEL.channelData.channel.id,
    rootId: '17',
  };

  it('is what Teams says, and nothing that a card or a message names', async () => {
    await here();
    const elsewhere = {
      tenantId: crypto.randomUUID(),
      groupId: crypto.randomUUID(),
      aadGroupId: crypto.randomUUID(),
      team: { id: '19:secret@thread.tacv2', aadGroupId: crypto.randomUUID() },
      teamId: '19:secret@thread.tacv2',
      channelId: '19:secret@thread.tacv2',
      channel: { id: '19:secret@thread.tacv2' },
      chatId: '19:secret@thread.v2',
      rootId: '666',
      conversation: { id: '19:secret@thread.v2' },
      channelIdentity: { teamId: crypto.randomUUID(), channelId: '19:secret@thread.tacv2' },
      at: { rootId: '666', messageId: '667' },
    };
    const messagePayload = { ...ANSWER, ...elsewhere, replyToId: '666' };
    const { card } = await open({ ...elsewhere, messagePayload });
    const data = { ...dataOf(card), ...elsewhere, messages: '17,18' };
    const form = await act('submitAction', { ...elsewhere, messagePayload, data });
    await go(form.card, 0, { ...elsewhere, messagePayload });
    await act('submitAction', { messagePayload, data: { ...dataOf(form.card, 2), ...elsewhere } });
    expect(thread.asked.map(({ place }) => place)).toEqual(Array.from({ length: 4 }, () => inChannel));
  });

  it('is the conversation a later page is sent from, wherever the first one was opened', async () => {
    await here();
    const { card } = await open();
    thread.asked.length = 0;
    await act('submitAction', { data: { ...dataOf(card), messages: '17' } }, IN_GROUP_CHAT);
    expect(thread.asked.map(({ place }) => place)).toEqual([
      { kind: 'chat', tenantId: TENANT, chatId: IN_GROUP_CHAT.conversation.id },
    ]);
  });

  it('is the thread that the message belongs to, where Teams does not name it', async () => {
    await here();
    const { messageid: _none, ...conversation } = {
      messageid: '',
      ...IN_CHANNEL.conversation,
      id: inChannel.channelId,
    };
    await open({}, { ...IN_CHANNEL, conversation });
    await open({ messagePayload: { ...ANSWER, replyToId: undefined } }, { ...IN_CHANNEL, conversation });
    expect(thread.asked.map(({ place }) => place)).toEqual([inChannel, { ...inChannel, rootId: '18' }]);
    expect(thread.asked[0]?.looked).toMatchObject({ around: '18', most: 50 });
  });

  it('takes the group from Teams where it names it with the team', async () => {
    await here();
    channel().groups.clear();
    const team = { ...IN_CHANNEL.channelData.team, aadGroupId: GROUP };
    await open({}, { ...IN_CHANNEL, channelData: { ...IN_CHANNEL.channelData, team } });
    expect(thread.asked.map(({ place }) => place)).toEqual([inChannel]);
  });

  it.each([
    ['a chat of two', { id: '19:one-1_two-2@unq.gbl.spaces', conversationType: 'personal' }, 1],
    ['the chat with the bot', { id: 'a:mara', conversationType: 'personal' }, 0],
    ['a chat that is none', { id: '19:../../users?x=@thread.v2', conversationType: 'groupChat' }, 0],
  ])('(%s) is a chat of people', async (_what, conversation, times) => {
    await here();
    const { card } = await open({}, { conversation: { ...conversation, tenantId: TENANT } });
    expect(thread.asked).toHaveLength(times);
    expect(wordsOf(card)).not.toContain('Only this message');
  });
});

describe('where there is nothing to pick from', () => {
  it.each([
    ['threads-not-set-up', IN_CHANNEL, 'whoever administers Copse'],
    ['thread-not-allowed', IN_CHANNEL, 'an owner of this team'],
    ['thread-not-allowed', IN_GROUP_CHAT, 'anybody in this chat'],
    ['thread-away', IN_CHANNEL, 'try again in a moment'],
  ] as const)('(%s) the message is kept as before, and it is said who can change that', async (reason, place, who) => {
    await here();
    thread.refuses(reason);
    const { card } = await open({}, place);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    expect(titlesOf(card)).toEqual(['Keep as draft', 'Preview']);
    expect(wordsOf(card)).toContain('Only this message can be kept');
    expect(wordsOf(card)).toContain(who);
    expect(wordsOf((await go(card)).card)).toContain('is a draft now');
    expect((await theDraft()).body).toBe('Run two tracks.');
  });

  it('Teams is not asked where the bot is not in the team, and nothing is logged', async () => {
    await here();
    channel().groups.clear();
    expect(wordsOf((await open()).card)).toContain('an owner of this team');
    expect(thread.asked).toEqual([]);
    expect(mara().logged).toEqual([]);
  });

  it('an answer that takes too long is not waited for, so that Teams has its own in five seconds', async () => {
    await here();
    thread.isSlow();
    const before = performance.now();
    expect(wordsOf((await open()).card)).toContain('try again in a moment');
    expect(performance.now() - before).toBeGreaterThan(2500);
    expect(performance.now() - before).toBeLessThan(4500);
  });

  it('a message that stands alone is kept without a word about others', async () => {
    await here();
    thread.says(SAID.slice(1, 2));
    const { card } = await open();
    expect(wordsOf(card)).not.toContain('Only this message');
    expect(titlesOf(card)).toEqual(['Keep as draft', 'Preview']);
  });

  it('a message that is not among the others is kept alone', async () => {
    await here();
    thread.says(SAID.filter(({ id }) => id !== '18'));
    expect(wordsOf((await open()).card)).toContain('could not find it among the others');
  });

  it('the thread that can be read no more leaves the message itself', async () => {
    await here();
    const { card } = await open();
    thread.refuses('thread-away');
    const form = await act('submitAction', { data: { ...dataOf(card), messages: '17,19' } });
    expect(wordsOf(form.card)).toContain('try again in a moment');
    expect(valuesOf(form.card)).toMatchObject({ body: 'Run two tracks.' });
  });

  it('a page that somebody forged is one without a beginning', async () => {
    await here();
    for (const step of ['pick', 'again']) {
      const heard = `${String(dataOf((await open()).card)['heard'])}A`;
      const { says } = await act('submitAction', { messagePayload: undefined, data: { step, heard, messages: '17' } });
      expect(says).toContain('Choose this from the menu of a message');
    }
  });
});
