import type { PracticeView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../../test/bot-scene.ts';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { TITLE } from '../../../test/channel-talk.ts';
import { AS_JONAS, IN_CHANNEL, wordsOf } from '../../../test/conversation.ts';
import { VERBS } from '../actions/dispatch.ts';
import type { Card } from '../cards/card.ts';

const { channel, core, mara, jonas, aCommunityInChannel, aQuestion } = botScene();

const JONAS = AS_JONAS.from.aadObjectId;
const MARA = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be001';
const payload = (html: string, objectId: string | null = JONAS, over: object = {}) => ({
  id: '1700000000001',
  linkToMessage: 'https://teams.microsoft.com/l/message/19:chat@thread.v2/1700000000001',
  from: objectId ? { user: { id: objectId, displayName: 'Jonas Weber', userIdentityType: 'aadUser' } } : {},
  body: { contentType: 'html', content: html },
  attachments: [],
  ...over,
});

async function act(step: 'fetchTask' | 'submitAction', value: object, over: object = {}) {
  const { status, body } = await mara().invoke(`composeExtension/${step}`, value, { ...over });
  const said = body?.task?.value;
  return {
    status,
    body,
    says: typeof said === 'string' ? said : undefined,
    card: typeof said === 'object' ? said.card.content : undefined,
  };
}
const valuesOf = (card: Card | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (card?.body ?? []).flatMap((one): [string, unknown][] =>
      typeof one['id'] === 'string' ? [[one['id'], one['value']]] : [],
    ),
  );
const dataOf = (card: Card | undefined, at = 0) => card?.actions?.[at]?.['data'] as Record<string, unknown>;

describe('«Ask the community»', () => {
  it('takes over the words of a message, as Markdown that runs nothing', async () => {
    await aCommunityInChannel();
    const html = `<p>${TITLE} It is hard.</p><ul><li>one track</li></ul><script>alert(1)</script><a href="javascript:alert(1)">x</a>`;
    const { card } = await act('fetchTask', { commandId: 'askCommunity', messagePayload: payload(html) });
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    expect(valuesOf(card)).toMatchObject({ title: TITLE, details: expect.stringContaining('- one track') });
    expect(wordsOf(card)).not.toMatch(/alert|javascript:/);
  });

  it('puts the question into the message that is being written', async () => {
    const { id } = await aCommunityInChannel();
    const typed = { title: TITLE, details: '', topics: '', community: id, unnamed: 'false', step: 'send' };
    const { body } = await act('submitAction', { commandId: 'askCommunity', data: typed });
    expect(wordsOf(body?.composeExtension?.attachments?.[0]?.content)).toContain(TITLE);
  });

  it('without a name puts nothing into a message of whoever asked', async () => {
    const { id } = await aCommunityInChannel();
    const typed = { title: TITLE, details: '', topics: '', community: id, unnamed: 'true', step: 'send' };
    const { body, says } = await act('submitAction', { commandId: 'askCommunity', data: typed });
    expect(says).toContain('without your name');
    expect(body?.composeExtension).toBeUndefined();
    const { items } = valueOf(await core().questions.listQuestions(jonas(), { sort: 'newest', limit: 5 }));
    expect(items).toMatchObject([{ title: TITLE, author: { pseudonym: 'Asker', mine: false } }]);
  });

  it('takes the beginning of an enormous message, and says so', async () => {
    await aCommunityInChannel();
    const { card } = await act('fetchTask', {
      commandId: 'askCommunity',
      messagePayload: payload(`<p>${'many words '.repeat(9000)}</p>`),
    });
    expect(wordsOf(card)).toContain('The message was long');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });
});

/** Mara keeps what was said in a message; gives the last page of the dialog. */
async function keep(messagePayload: object, over: Readonly<Record<string, unknown>> = {}) {
  const opened = await act('fetchTask', { commandId: 'keepAsPractice', messagePayload }, IN_CHANNEL);
  const data = { ...valuesOf(opened.card), ...dataOf(opened.card), ...over };
  return {
    opened,
    data,
    done: await act('submitAction', { commandId: 'keepAsPractice', messagePayload, data }, IN_CHANNEL),
  };
}
const drafts = async () => {
  const { items } = valueOf(await core().practices.listPractices(jonas(), { limit: 5 }));
  const seen = await Promise.all(items.map(({ id }) => core().practices.seePractice(jonas(), { practiceId: id })));
  return seen.map(valueOf);
};
/** Who is named beside the author. */
const creditedIn = (practice: PracticeView | undefined) =>
  practice?.contributors.filter(({ credit }) => credit === 'contributor').map(({ person }) => person.name);
const SAID = '<p>Run two caption tracks.</p><p>Let people choose.</p>';

describe('«Keep as practice»', () => {
  it('makes a draft, names nobody, and asks whoever said it', async () => {
    await aCommunityInChannel();
    const { opened, done } = await keep(payload(SAID));
    expect(problemsOfCard(opened.card ?? {}, VERBS)).toEqual([]);
    expect(wordsOf(opened.card)).toContain('Said by somebody in the chat');
    expect(wordsOf(done.card)).toContain('is a draft now');
    expect(wordsOf(done.card)).toContain('I have asked whoever said it');

    const [draft] = await drafts();
    expect(draft).toMatchObject({ life: 'draft', title: 'Run two caption tracks.' });
    expect(creditedIn(draft)).toEqual([]);
    expect(draft?.context).toContain('said by somebody in the chat');
    expect(`${draft?.context}${draft?.body}`).not.toContain('Jonas');

    const question = channel().sent.find(({ path }) => path.includes(`a:${JONAS}`));
    expect(wordsOf(question?.body)).toContain('May your name stand beside this?');
    expect(problemsOfCard(question?.body.attachments?.[0]?.content ?? {}, VERBS)).toEqual([]);
  });

  it('credits whoever agrees, and their name takes its place in the text', async () => {
    await aCommunityInChannel();
    await keep(payload(SAID));
    const card = channel().sent.at(-1)?.body.attachments?.[0]?.content as Card | undefined;
    const { card: thanks } = await mara().press('answer-credit', dataOf(card), AS_JONAS);
    expect(wordsOf(thanks)).toContain('You are credited');
    const [draft] = await drafts();
    expect(creditedIn(draft)).toEqual(['Jonas Weber']);
    expect(draft?.context).toContain('said by Jonas Weber');
    expect(wordsOf((await mara().press('answer-credit', dataOf(card), AS_JONAS)).card)).toContain('You are credited');
  });

  it('leaves out whoever does not, and nobody can answer for them', async () => {
    await aCommunityInChannel();
    await keep(payload(SAID));
    const card = channel().sent.at(-1)?.body.attachments?.[0]?.content as Card | undefined;
    expect(wordsOf((await mara().press('answer-credit', dataOf(card))).card)).toContain('somebody else');
    const elsewhere = { ...AS_JONAS, channelData: { tenant: { id: crypto.randomUUID() } } };
    expect(wordsOf((await mara().press('answer-credit', dataOf(card), elsewhere)).card)).toContain('somebody else');
    const forged = { token: `${String(dataOf(card)['token'])}A` };
    expect(wordsOf((await mara().press('answer-credit', forged, AS_JONAS)).card)).toContain('no longer works');
    expect(wordsOf((await mara().press('answer-credit', dataOf(card, 1), AS_JONAS)).card)).toContain('stays out');
    expect(creditedIn((await drafts())[0])).toEqual([]);
  });

  it('asks each who spoke, also in what was quoted, and says when somebody could not be asked', async () => {
    await aCommunityInChannel();
    const other = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be00a';
    channel().without.add(other);
    const quote = {
      contentType: 'messageReference',
      content: JSON.stringify({ messagePreview: 'How do we caption it?', messageSender: { user: { id: other } } }),
    };
    const { opened, done } = await keep(payload(SAID, JONAS, { attachments: [quote] }));
    expect(wordsOf(opened.card)).toContain('Said by several people');
    expect(wordsOf(done.card)).toContain('I could not ask everybody');
    expect((await drafts())[0]?.context).toContain('somebody in the chat and somebody in the chat');
  });

  it('asks nobody about their own words, nor about those of a bot', async () => {
    await aCommunityInChannel();
    channel().sent.length = 0;
    await keep(payload(SAID, MARA));
    await keep(payload(SAID, null), { title: 'Said by a machine' });
    expect(channel().sent).toEqual([]);
  });

  it('still knows whom to ask when Teams sends the message only once', async () => {
    await aCommunityInChannel();
    const opened = await act('fetchTask', { commandId: 'keepAsPractice', messagePayload: payload(SAID) }, IN_CHANNEL);
    const data = { ...valuesOf(opened.card), ...dataOf(opened.card) };
    const done = await act('submitAction', { commandId: 'keepAsPractice', data }, IN_CHANNEL);
    expect(wordsOf(done.card)).toContain('I have asked whoever said it');
  });

  it.each([
    ['a title that is too short', { title: 'Hm' }, 'between 5 and 120'],
    ['nothing written', { body: '  ' }, 'at least a sentence'],
    [
      'a community that is not there',
      { community: '0198c2a0-ffff-7000-8000-000000000001' },
      'cannot find that community',
    ],
    ['no community', { community: 'none' }, 'Choose the community'],
  ])('with %s shows the form again', async (_what, over, problem) => {
    await aCommunityInChannel();
    const { done } = await keep(payload(SAID), over);
    expect(wordsOf(done.card)).toContain(problem);
    expect(titlesOf(done.card)).toEqual(['Keep as draft', 'Preview']);
    expect(await drafts()).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['no words', payload('<p></p>')],
    ['a picture alone', payload('<img src="https://example.com/x.png">')],
    ['a speaker who is none', payload('', "'; drop table person --")],
    ['a number', 7],
  ])('on %s says what to choose', async (_what, messagePayload) => {
    await aCommunityInChannel();
    const { status, says } = await act('fetchTask', { commandId: 'keepAsPractice', messagePayload });
    expect(status).toBe(200);
    expect(says).toContain('Choose this from the menu of a message');
  });
});

describe('a forged or broken request', () => {
  it.each([
    ['task/fetch', { data: { dialog: 'answer', question: '0198c2a0-ffff-7000-8000-000000000001' } }],
    ['task/fetch', { data: { dialog: 'erase', question: 'x' } }],
    ['task/fetch', null],
    ['task/submit', { data: { dialog: 'answer', step: 'send', text: 'x'.repeat(50_000) } }],
    ['task/submit', { data: [] }],
    ['composeExtension/fetchTask', { commandId: 'constructor' }],
    ['composeExtension/submitAction', { commandId: 'keepAsPractice', data: 'x' }],
    ['composeExtension/submitAction', 7],
    ['composeExtension/queryLink', { url: { $ne: null } }],
  ])('%s is answered kindly, and nothing fails', async (name, value) => {
    const { status, body } = await mara().invoke(name, value);
    expect(status).toBe(200);
    expect(body).toBeDefined();
    expect(mara().logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('without an account in an organisation is told so', async () => {
    const nobody = { from: { id: '29:nobody', name: 'Mara Lindqvist' } };
    for (const name of ['composeExtension/query', 'composeExtension/fetchTask', 'task/fetch', 'adaptiveCard/action']) {
      expect(wordsOf((await mara().invoke(name, {}, nobody)).body)).toContain('signed in to their organisation');
    }
  });

  it('cannot redraw a card other than the one it was opened from', async () => {
    const { id } = await aCommunityInChannel();
    const { id: question } = await aQuestion(id);
    channel().sent.length = 0;
    const data = {
      dialog: 'answer',
      question,
      step: 'send',
      text: 'Run two tracks.',
      drawn: 'x',
      from: 'card-of-others',
    };
    await mara().dialog('submit', data, IN_CHANNEL);
    expect(channel().sent).toEqual([]);
  });
});
