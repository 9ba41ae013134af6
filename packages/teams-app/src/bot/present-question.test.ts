import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { channelTalk, TITLE } from '../../test/channel-talk.ts';
import { AS_JONAS, IN_CHANNEL, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';
import type { Card } from './cards/card.ts';

const scene = botScene();
const { channel, core, mara, jonas, aCommunity, aCommunityInChannel, asMember, aQuestion } = scene;
const { say, askedInChannel } = channelTalk(scene);

describe('the card in a channel', () => {
  it('counts «I have this too», for everybody and once', async () => {
    const { data } = await askedInChannel();
    channel().sent.length = 0;
    const { card } = await mara().press('me-too', data, { ...IN_CHANNEL, ...AS_JONAS });
    expect(titlesOf(card)).toContain('Not my question any more');
    expect(channel().sent).toMatchObject([{ method: 'PUT' }]);
    expect(wordsOf(channel().sent[0]?.body)).toContain('1 person has this too');

    await mara().press('me-too', data, { ...IN_CHANNEL, ...AS_JONAS });
    expect(channel().sent).toHaveLength(1);
  });

  it('is answered in a dialog with a preview, and shows the answer to everybody', async () => {
    const { data } = await askedInChannel();
    channel().sent.length = 0;
    const by = { ...IN_CHANNEL, ...AS_JONAS };
    const opened = await mara().dialog('fetch', { dialog: 'answer', ...data }, by);
    expect(problemsOfCard(opened.card ?? {}, VERBS)).toEqual([]);
    const [send, preview] = (opened.card?.actions ?? []).map((one) => one['data'] as Record<string, unknown>);
    const text = 'Run **two** tracks:\n\n- one\n- two';
    const seen = await mara().dialog('submit', { ...preview, text }, by);
    expect(wordsOf(seen.card)).toContain('- one\\r- two');
    expect(wordsOf(seen.card)).toContain('This is how it will look');

    const done = await mara().dialog('submit', { ...send, text, unnamed: 'false' }, by);
    expect(done).toMatchObject({ status: 200, body: undefined });
    expect(channel().sent).toMatchObject([{ method: 'PUT' }]);
    expect(channel().sent[0]?.path).toMatch(/\/activities\/card-1$/);
    expect(wordsOf(channel().sent[0]?.body)).toContain('Run **two** tracks');
  });

  it('is accepted by the asker alone', async () => {
    const { data } = await askedInChannel();
    const answered = valueOf(
      await core().questions.answerQuestion(jonas(), {
        questionId: data.question,
        text: 'Two tracks.',
        anonymous: false,
      }),
    );
    const press = { ...data, answer: answered.answers[0]?.id };
    const refused = await mara().press('accept', press, { ...IN_CHANNEL, ...AS_JONAS });
    expect(refused.card?.body[0]).toMatchObject({ style: 'warning' });

    channel().sent.length = 0;
    const accepted = await mara().press('accept', press, IN_CHANNEL);
    expect(wordsOf(accepted.card)).toContain('Not solved after all');
    expect(wordsOf(channel().sent[0]?.body)).toContain('● Accepted');
    const back = await mara().press('accept', { ...press, takeBack: true }, IN_CHANNEL);
    expect(wordsOf(back.card)).toContain('This solved it');
  });

  it('keeps what solved it as a draft of whoever presses, and says so to them alone', async () => {
    const { data } = await askedInChannel();
    const { questions } = core();
    const { answers } = valueOf(
      await questions.answerQuestion(jonas(), { questionId: data.question, text: 'Two tracks.', anonymous: false }),
    );
    const early = await mara().press('keep-question', data, { ...IN_CHANNEL, ...AS_JONAS });
    expect(early.card?.body[0]).toMatchObject({ style: 'warning' });

    await mara().press('accept', { ...data, answer: answers[0]?.id }, IN_CHANNEL);
    channel().sent.length = 0;
    const { card } = await mara().press('keep-question', data, { ...IN_CHANNEL, ...AS_JONAS });
    expect(wordsOf(card)).toContain('is a draft now');
    expect(titlesOf(card)).toContain('Open the practice');
    expect(wordsOf(channel().sent)).not.toContain('a draft now');
  });

  it('heals itself: whoever opens it after a change elsewhere has it drawn anew, once', async () => {
    const { data } = await askedInChannel();
    await core().questions.answerQuestion(jonas(), {
      questionId: data.question,
      text: 'Two tracks.',
      anonymous: false,
    });
    channel().sent.length = 0;
    await Promise.all([
      mara().press('show-question', data, IN_CHANNEL),
      mara().press('show-question', data, { ...IN_CHANNEL, ...AS_JONAS }),
    ]);
    expect(channel().sent).toMatchObject([{ method: 'PUT' }]);
    expect(wordsOf(channel().sent[0]?.body)).toContain('Two tracks');
  });

  it('fetches the views of the sixty who used it last in a large channel, and never of an unnamed asker', async () => {
    channel().size.members = 100;
    const { id } = await aCommunityInChannel();
    const asker = await asMember(id);
    const { id: question } = await aQuestion(id, { anonymous: true }, asker);
    channel().sent.length = 0;
    const data = { question, drawn: 'before' };
    await mara().press('show-question', data, IN_CHANNEL);
    await mara().press('me-too', data, { ...IN_CHANNEL, ...AS_JONAS });
    await mara().press('show-question', data, IN_CHANNEL);

    const lists = channel().sent.map(
      ({ body }) => (body.attachments?.[0]?.content as Card | undefined)?.refresh?.userIds,
    );
    expect(lists.at(-1)).toEqual(['29:jonas']);
    expect(JSON.stringify(channel().sent)).not.toMatch(/29:mara|Mara/);
  });

  it('that was only announced becomes the whole question with its first reader, and its thread takes answers', async () => {
    const { id } = await aCommunityInChannel();
    const { id: question } = await aQuestion(id);
    channel().sent.length = 0;
    const root = { ...IN_CHANNEL, replyToId: '17' };
    await mara().press('show-question', { question, drawn: 'announced' }, root);
    expect(titlesOf(channel().sent[0]?.body.attachments?.[0]?.content as Card | undefined)).toContain('Answer');
    await say('Run two caption tracks and let people choose.');
    expect(valueOf(await core().questions.seeQuestion(jonas(), { questionId: question })).answerCount).toBe(1);
  });

  it('is taken down where it may not be shown any more', async () => {
    const { data } = await askedInChannel();
    const elsewhere = valueOf(await core().communities.listDirectory(jonas(), { limit: 1 })).items[0];
    expect(elsewhere).toBeDefined();
    const { id: circle } = await aCommunity({
      name: 'Circle',
      archetype: 'leadership-circle',
      visibility: 'by-invitation',
    });
    await core().trust.acknowledgeConduct(jonas(), { communityId: circle });
    valueOf(await core().questions.moveQuestion(jonas(), { questionId: data.question, toCommunityId: circle }));
    channel().sent.length = 0;
    await mara().press('show-question', data, { ...IN_CHANNEL, ...AS_JONAS });
    expect(wordsOf(channel().sent[0]?.body)).toContain('no longer shown here');
    expect(wordsOf(channel().sent[0]?.body)).not.toContain(TITLE);
  });
});
