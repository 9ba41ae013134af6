import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { channelTalk } from '../../test/channel-talk.ts';
import { AS_JONAS, IN_CHANNEL, wordsOf } from '../../test/conversation.ts';

const scene = botScene();
const { channel, core, mara, jonas, aCommunityInChannel, asMember, aQuestion } = scene;
const { say, askedInChannel } = channelTalk(scene);

describe('a reply in the thread of a card', () => {
  it('is an answer when it mentions the bot, and the card shows it', async () => {
    const { data } = await askedInChannel();
    channel().sent.length = 0;
    const { card } = await say('Run two caption tracks and let people choose.', AS_JONAS);
    expect(wordsOf(card)).toContain('is there. Thank you');
    expect(channel().sent.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(channel().sent[1]?.path).toMatch(/activities\/sent-1$/);
    const seen = valueOf(await core().questions.seeQuestion(jonas(), { questionId: data.question }));
    expect(seen.answers).toMatchObject([{ text: 'Run two caption tracks and let people choose.' }]);
  });

  it.each(['help', 'practices', 'settings'])('«%s» on its own is still a command', async (written) => {
    const { data } = await askedInChannel();
    await say(written);
    expect(valueOf(await core().questions.seeQuestion(jonas(), { questionId: data.question })).answerCount).toBe(0);
  });

  it('keeps a code for linking accounts out of it', async () => {
    const { data } = await askedInChannel();
    await say('ABCD-2345');
    await say('link ABCD-2345');
    expect(valueOf(await core().questions.seeQuestion(jonas(), { questionId: data.question })).answerCount).toBe(0);
  });

  it.each(['Thanks!', 'Which language do you mean, and how long is the talk?'])(
    '«%s» is asked back first, and only its author can post it',
    async (written) => {
      const { data } = await askedInChannel();
      const { card } = await say(written, AS_JONAS);
      expect(titlesOf(card)).toEqual(['As an answer', 'As a comment', 'Ask a question']);
      const kept = card?.actions?.[0]?.['data'] as Record<string, unknown>;

      const stolen = await mara().press('post-reply', kept, IN_CHANNEL);
      expect(wordsOf(stolen.card)).toContain('Only the person who wrote this');
      const changed = await mara().press(
        'post-reply',
        { kept: `${String(kept['kept'])}x` },
        { ...IN_CHANNEL, ...AS_JONAS },
      );
      expect(wordsOf(changed.card)).toContain('no longer works');
      await mara().press('post-reply', { ...kept, comment: true }, { ...IN_CHANNEL, ...AS_JONAS });
      const seen = valueOf(await core().questions.seeQuestion(jonas(), { questionId: data.question }));
      expect(seen.comments).toMatchObject([{ text: written }]);
    },
  );

  it('is sent by name after the code of conduct, since the thread has read who wrote it', async () => {
    const { community, data } = await askedInChannel();
    const priya = {
      from: { id: '29:priya', name: 'Priya Raman', aadObjectId: '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be002' },
    };
    channel().roles.set('29:priya', 'user');
    await mara().press('join', { community: community.id }, priya);
    const { card } = await say('Run two caption tracks and let people choose.', priya);
    const button = card?.actions?.[0]?.['data'] as Record<string, unknown>;
    const opened = await mara().dialog('fetch', button, { ...IN_CHANNEL, ...priya });
    expect(wordsOf(opened.card)).toContain('it carries your name');
    expect(wordsOf(opened.card)).not.toContain('Hide my name');
    const typed = { ...button, ...(opened.card?.actions?.[0]?.['data'] as object), unnamed: 'true' };
    const first = await mara().dialog('submit', typed, { ...IN_CHANNEL, ...priya });
    const agreed = { ...typed, ...(first.card?.actions?.[0]?.['data'] as object) };
    await mara().dialog('submit', agreed, { ...IN_CHANNEL, ...priya });
    const { answers } = valueOf(await core().questions.seeQuestion(jonas(), { questionId: data.question }));
    expect(answers).toMatchObject([{ author: { person: { name: 'Priya Raman' } } }]);
  });

  it('by the unnamed asker is posted by name like that of anybody else, and nothing links it to the question', async () => {
    const { id } = await aCommunityInChannel();
    const asker = await asMember(id);
    const { id: questionId } = await aQuestion(id, { anonymous: true }, asker);
    valueOf(
      await core().questions.noteThread(asker, { questionId, thread: IN_CHANNEL.conversation.id, message: 'sent-1' }),
    );
    const { card } = await say('It works now with two tracks, thank you all.');
    expect(wordsOf(card)).toContain('Your answer to');
    await say('Thanks, all.');
    const seen = valueOf(await core().questions.seeQuestion(jonas(), { questionId }));
    expect(seen).toMatchObject({ author: { pseudonym: 'Asker' }, answers: [{ author: { mine: false } }] });
    expect(seen.answers[0]?.author.person?.id).toBe(asker.personId);
    // What they write elsewhere stays unnamed.
    const later = await core().questions.answerQuestion(asker, { questionId, text: 'In quiet.', anonymous: false });
    expect(valueOf(later).answers.map(({ author }) => author.pseudonym)).toContain('Asker');
  });
});
