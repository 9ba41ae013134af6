import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { IN_CHANNEL, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { db, mara, aCommunityInChannel, aQuestion } = botScene();

describe('somebody who was asked for help', () => {
  it('can see to whom they may pass it on', async () => {
    const { id } = await aCommunityInChannel();
    const { id: question } = await aQuestion(id);
    const { card } = await mara().press('choose-helper', { question });
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    expect(wordsOf(card)).toContain('Jonas Weber');
    expect(titlesOf(card)).toEqual(['Pass it on', 'Open in Copse']);
  });

  it.each(['not-me', 'pass-question'])(
    '«%s» by somebody who was not asked changes nothing, and says so',
    async (verb) => {
      const { id } = await aCommunityInChannel();
      const { id: question } = await aQuestion(id);
      const { card } = await mara().press(verb, { question, to: '0198c2a0-ffff-7000-8000-000000000001' });
      expect(wordsOf(card)).toContain('You are not asked about this question any more');
    },
  );

  it('is left in peace about a topic', async () => {
    const { card } = await mara().press('snooze-topic', { topic: 'captions' });
    expect(wordsOf(card)).toContain('for a month');
    expect(wordsOf((await mara().write('settings')).card)).toContain('captions');
    expect(wordsOf((await mara().press('snooze-topic', { topic: 'x'.repeat(900) })).card)).toContain('no longer works');
  });
});

describe('where the bot can write to', () => {
  const conversations = () =>
    db()
      .selectFrom('conversation')
      .select(['conversation_id', 'place', 'blocked_at'])
      .orderBy('conversation_id')
      .execute();

  it('is remembered from what comes in, and forgotten when it is removed', async () => {
    await mara().write('help');
    await mara().write('help', IN_CHANNEL);
    expect(await conversations()).toMatchObject([
      { conversation_id: '19:accessibility@thread.tacv2', blocked_at: null },
      { conversation_id: 'a:mara', place: null, blocked_at: null },
    ]);
    await mara().deliver(mara().activity({ type: 'installationUpdate', action: 'remove' }));
    expect((await conversations())[1]?.blocked_at).not.toBeNull();
  });

  it('is not the chat of two people in which the extension is used', async () => {
    const between = { conversation: { id: '19:one_two@unq.gbl.spaces', conversationType: 'personal' } };
    await mara().invoke('composeExtension/query', { commandId: 'searchQuestions' }, between);
    expect(await conversations()).toEqual([]);
  });
});
