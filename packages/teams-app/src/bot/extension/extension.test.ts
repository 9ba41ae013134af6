import { draftPracticeInput } from '@copse/core/contracts';
import { untilSomebodyWaits, whileLocked } from '@copse/core/testing';
import { describe, expect, it } from 'vitest';
import { botScene, valueOf } from '../../../test/bot-scene.ts';
import { TITLE } from '../../../test/channel-talk.ts';
import { AS_JONAS, IN_CHANNEL, wordsOf } from '../../../test/conversation.ts';

const { db, core, mara, jonas, aCommunity, aCommunityInChannel, asMember, aPractice, aQuestion, indexed } = botScene();

/** A chat of two people, where the bot is not. */
const IN_CHAT = { conversation: { id: '19:one_two@unq.gbl.spaces', conversationType: 'personal' } };

async function search(commandId: string, words?: string, queryOptions: object = { skip: 0, count: 25 }) {
  const parameters = [words === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: words }];
  const { status, body } = await mara().invoke(
    'composeExtension/query',
    { commandId, parameters, queryOptions },
    IN_CHAT,
  );
  expect(status).toBe(200);
  const { text, attachments = [] } = body?.composeExtension ?? {};
  return {
    text,
    titles: attachments.map(({ preview }) => preview.content.title),
    cards: attachments.map((one) => one.content),
  };
}

const unfurl = async (path: string, over: object = IN_CHAT, host = 'https://copse.example.com') => {
  const { body } = await mara().invoke('composeExtension/queryLink', { url: `${host}${path}` }, { ...over });
  return body?.composeExtension;
};

describe('a search in the message extension', () => {
  it.each(['searchQuestions', 'searchPractices', 'searchCommunities', 'searchPeople'])(
    '%s shows something before a word is typed, in an empty organisation too',
    async (command) => {
      const { text, titles } = await search(command);
      expect(titles.length > 0 || (text ?? '').length > 20).toBe(true);
    },
  );

  it.each([
    ['searchQuestions', 'caption', TITLE],
    ['searchPractices', 'keyboard', 'Test with the keyboard'],
    ['searchCommunities', 'accessibility', 'Accessibility guild'],
    ['searchPeople', 'Jonas', 'Jonas Weber'],
  ])('%s finds by words and at first shows the same', async (command, words, title) => {
    const { id } = await aCommunityInChannel();
    await aPractice(id);
    await aQuestion(id);
    await indexed();
    expect((await search(command, words)).titles).toEqual([title]);
    expect((await search(command)).titles).toContain(title);
  });

  it('turns pages of twenty-five, without a gap or a double', async () => {
    const { id } = await aCommunityInChannel();
    for (let at = 0; at < 60; at += 1) await aQuestion(id, { title: `How do we do thing number ${at}?` });
    const pages = await Promise.all(
      [0, 25, 50, 75].map((skip) => search('searchQuestions', undefined, { skip, count: 25 })),
    );
    expect(pages.map(({ titles }) => titles.length)).toEqual([25, 25, 10, 0]);
    expect(new Set(pages.flatMap(({ titles }) => titles)).size).toBe(60);
  });

  it('answers while Teams still waits, whatever keeps the database busy', async () => {
    await mara().write('help');
    const answered = await whileLocked(db(), 'practice', async () => {
      const answer = search('searchPractices');
      await untilSomebodyWaits(db());
      // Inside: the search itself goes on only when the table is free again.
      return answer;
    });
    expect(answered.text).toMatch(/longer than it should/);
    expect((await search('searchPractices')).text).toMatch(/practice/);
  });

  it('gives a card that says nothing to readers who may not see it', async () => {
    const { id } = await aCommunityInChannel();
    await aQuestion(id, { visibility: 'members', title: 'Which secret plan do we follow?' });
    const { titles, cards } = await search('searchQuestions');
    expect(titles).toEqual(['Which secret plan do we follow?']);
    expect(wordsOf(cards)).not.toContain('secret plan');
    expect(wordsOf(cards)).toContain('Open it in Copse');
  });

  it('does not show a draft to the readers of a message', async () => {
    const { id } = await aCommunityInChannel();
    const actor = await asMember(id);
    const draft = draftPracticeInput.parse({ communityId: id, title: 'Half a thought', body: 'Not done yet.' });
    valueOf(await core().practices.draftPractice(actor, draft));
    const { titles, cards } = await search('searchPractices');
    expect(titles).toEqual(['Half a thought']);
    expect(wordsOf(cards)).not.toContain('Half a thought');
  });

  it.each([
    ['another command', { commandId: 'toString', parameters: [] }],
    ['no command', {}],
    ['nothing', null],
    ['a list', []],
  ])('is refused kindly when it asks for %s', async (_what, value) => {
    const { status, body } = await mara().invoke('composeExtension/query', value);
    expect(status).toBe(200);
    expect(body?.composeExtension).toMatchObject({ type: 'message', text: expect.stringContaining('no longer works') });
  });

  it.each([
    ['words for ever', { parameters: [{ name: 'query', value: 'x'.repeat(100_000) }] }],
    ['words that are none', { parameters: [{ name: 'query', value: { $ne: null } }] }],
    ['a page that nobody reaches', { queryOptions: { skip: 1e12, count: 1e9 } }],
    ['a page before the first', { queryOptions: { skip: -5, count: -5 } }],
    ['numbers that are none', { queryOptions: { skip: 'a', count: null } }],
  ])('with %s is answered all the same', async (_what, bent) => {
    const { status, body } = await mara().invoke('composeExtension/query', { commandId: 'searchCommunities', ...bent });
    expect(status).toBe(200);
    expect(body?.composeExtension).toBeDefined();
    expect(mara().logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keeps organisations apart', async () => {
    const { id } = await aCommunityInChannel();
    await aQuestion(id);
    const elsewhere = { ...IN_CHAT, channelData: { tenant: { id: crypto.randomUUID() } } };
    const { body } = await mara().invoke('composeExtension/query', { commandId: 'searchQuestions' }, elsewhere);
    expect(wordsOf(body)).not.toContain(TITLE);
  });
});

describe('a pasted link of ours', () => {
  it('becomes a card, which Teams is told not to keep for others', async () => {
    const { id } = await aCommunityInChannel();
    const question = await aQuestion(id);
    const result = await unfurl(`/open/questions/${question.id}`);
    expect(wordsOf(result?.attachments?.[0]?.content)).toContain(TITLE);
    expect(result?.attachments?.[0]?.content).toMatchObject({ version: '1.3' });
    expect(JSON.stringify(result?.suggestedActions)).toContain('no-cache');
  });

  it('shows what is for members where they meet, and nowhere else', async () => {
    const { id } = await aCommunityInChannel();
    const { id: questionId } = await aQuestion(id, { visibility: 'members' });
    expect(wordsOf(await unfurl(`/open/questions/${questionId}`, IN_CHANNEL))).toContain(TITLE);
    const elsewhere = await unfurl(`/open/questions/${questionId}`);
    expect(wordsOf(elsewhere?.attachments?.[0]?.content)).not.toContain(TITLE);
    expect(elsewhere?.attachments).toHaveLength(1);
  });

  it('is left alone for whoever may not see what it leads to', async () => {
    const circle = { name: 'Leadership circle', archetype: 'leadership-circle', visibility: 'by-invitation' } as const;
    const { id } = await aCommunity(circle);
    await core().trust.acknowledgeConduct(jonas(), { communityId: id });
    const { id: questionId } = await aQuestion(id);
    for (const path of [
      `/open/communities/${id}`,
      `/open/questions/${questionId}`,
      `/open/questions/${crypto.randomUUID()}`,
    ]) {
      expect((await unfurl(path))?.attachments).toEqual([]);
    }
    const theirs = await unfurl(`/open/communities/${id}`, { ...IN_CHAT, ...AS_JONAS });
    expect(wordsOf(theirs?.attachments?.[0]?.content)).not.toContain('Leadership circle');
  });

  it.each([
    ['another host', 'https://copse.example.com.evil.example', '/open/questions/0198c2a0-0000-7000-8000-000000000001'],
    ['another page', 'https://copse.example.com', '/api/v1/me'],
    ['an id that is none', 'https://copse.example.com', "/open/questions/'; drop table question --"],
    ['no address', 'javascript:', 'alert(1)'],
  ])('to %s is none of ours', async (_what, host, path) => {
    expect((await unfurl(path, IN_CHAT, host))?.attachments).toEqual([]);
  });
});
