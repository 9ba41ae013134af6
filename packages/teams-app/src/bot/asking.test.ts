import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { channelTalk, drawnOf, TITLE } from '../../test/channel-talk.ts';
import { AS_JONAS, IN_CHANNEL, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const scene = botScene();
const { channel, core, mara, jonas, aCommunityInChannel, aQuestion } = scene;
const { say, askedInChannel } = channelTalk(scene);

describe('asking in a channel', () => {
  it('makes one card that is right for everybody', async () => {
    const { card } = await askedInChannel();
    expect(problemsOfCard(card, VERBS)).toEqual([]);
    expect(wordsOf(card)).toContain(TITLE);
    expect(wordsOf(card)).toContain('Mara Lindqvist');
    expect(titlesOf(card)).toEqual(['Answer', 'I have this too', 'Open in Copse']);
    expect(channel().sent).toHaveLength(1);
  });

  it('keeps lists and code of a long message in the details', async () => {
    await aCommunityInChannel();
    const html = `<p><span itemtype="http://schema.skype.com/Mention" itemid="0">Copse</span> ask ${TITLE}</p><p>I tried:</p><ul><li>one track</li></ul><pre><code>npm run captions</code></pre>`;
    const { card } = await say(`ask ${TITLE} I tried: one track npm run captions`, {
      attachments: [{ contentType: 'text/html', content: html }],
    });
    const { question } = drawnOf(card);
    const seen = valueOf(await core().questions.seeQuestion(jonas(), { questionId: question }));
    expect(seen.title).toBe(TITLE);
    expect(seen.details).toContain('- one track');
    expect(seen.details).toContain('```\nnpm run captions\n```');
  });

  it('where no community meets offers to connect one', async () => {
    expect(titlesOf((await say(`ask ${TITLE}`)).card)).toContain('Connect a community');
  });

  it('without being a member offers to take part', async () => {
    const { id } = await aCommunityInChannel();
    await mara().press('leave', { community: id, sure: true });
    expect(titlesOf((await say(`ask ${TITLE}`)).card)).toEqual(['Take part']);
  });

  it('for the first time shows the code of conduct in a dialog, and keeps what was written', async () => {
    const { id } = await aCommunityInChannel();
    const priya = {
      from: { id: '29:priya', name: 'Priya Raman', aadObjectId: '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be002' },
    };
    channel().roles.set('29:priya', 'user');
    await mara().press('join', { community: id }, priya);
    const { card } = await say(`ask ${TITLE}`, priya);
    const [button] = card?.actions ?? [];
    expect(button).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, title: TITLE } });

    const data = button?.['data'] as Record<string, unknown>;
    const typed = { dialog: 'ask', community: id, title: TITLE, details: '', topics: '', unnamed: 'false' };
    const opened = await mara().dialog('fetch', data, { ...IN_CHANNEL, ...priya });
    const unread = await mara().dialog('submit', { ...typed, step: 'send' }, { ...IN_CHANNEL, ...priya });
    for (const agree of [opened, unread])
      expect(wordsOf(agree.card)).toContain('Before you write here for the first time');
    // The channel has read who asks.
    expect(wordsOf(opened.card)).toContain('it carries your name');
    expect(wordsOf(opened.card)).not.toContain('Hide my name');
    const send = opened.card?.actions?.[0]?.['data'] as Record<string, unknown>;
    const forged = { ...typed, unnamed: 'true', ...send };
    const done = await mara().dialog('submit', forged, { ...IN_CHANNEL, ...priya });
    expect(done.says).toContain('Your question is there');
    const { items } = valueOf(await core().questions.listQuestions(jonas(), { sort: 'newest', limit: 1 }));
    expect(items[0]?.author.person?.name).toBe('Priya Raman');
  });

  it.each([
    ['nothing', ''],
    ['one word', 'why'],
  ])('with %s asks for a sentence', async (_what, written) => {
    await aCommunityInChannel();
    const { card } = await say(`ask ${written}`);
    expect(titlesOf(card)).toEqual(['Write your question']);
  });
});

describe('asking in a private chat', () => {
  it('is possible without a name, and the card gives nothing away', async () => {
    const { id } = await aCommunityInChannel();
    const form = await mara().write(`ask ${TITLE}`);
    expect(wordsOf(form.card)).toContain('Hide my name');
    const typed = { title: TITLE, details: '', topics: 'captions, video', community: id, unnamed: 'true' };
    const { card } = await mara().press('ask', typed);
    expect(wordsOf(card)).toContain('without your name');
    expect(wordsOf(card)).not.toMatch(/Mara|29:mara/);

    const list = await say('questions');
    const { question } = drawnOf(card);
    const opened = await mara().press('show-question', { question }, { ...IN_CHANNEL, ...AS_JONAS });
    for (const shown of [list.card, opened.card]) expect(wordsOf(shown)).not.toMatch(/Mara|29:mara/);
    expect(JSON.stringify(mara().logged)).not.toMatch(/Mara|29:mara/);
  });

  it('keeps what was typed when something is wrong with it', async () => {
    const { id } = await aCommunityInChannel();
    const typed = { title: 'too short', details: 'I *tried*', topics: 'captions', community: id, unnamed: 'true' };
    const { card } = await mara().press('ask', typed);
    const values = Object.fromEntries(
      (card?.body ?? []).flatMap((one) => (one['id'] ? [[one['id'], one['value']]] : [])),
    );
    expect(values).toEqual({ ...typed });
    expect(wordsOf(card)).toContain('between 10 and 200');
  });

  it('shows solved questions like it', async () => {
    const { id } = await aCommunityInChannel();
    const { id: questionId } = await aQuestion(id);
    await core().questions.answerQuestion(jonas(), { questionId, text: 'Two tracks.', anonymous: false });
    const { card } = await mara().write('ask How do we caption a live talk in two languages at once?');
    expect(wordsOf(card)).toContain('Perhaps it is answered already');
  });

  it('of nobody yet leads to the communities', async () => {
    expect(wordsOf((await mara().write(`ask ${TITLE}`)).card)).toContain('You take part in no community yet');
  });
});
