import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { channelTalk, TITLE } from '../../test/channel-talk.ts';
import { wordsOf } from '../../test/conversation.ts';

const scene = botScene();
const { core, mara, jonas, aCommunity, aCommunityInChannel, asMember, aQuestion, indexed } = scene;
const { say } = channelTalk(scene);

describe('lists', () => {
  it('«my questions» has the unnamed ones too, in private only', async () => {
    const { id } = await aCommunityInChannel();
    const asker = await asMember(id);
    await aQuestion(id, { anonymous: true, title: 'Am I the only one who gets lost in menus?' }, asker);
    expect(wordsOf((await mara().write('my questions')).card)).toContain('lost in menus');
    expect(titlesOf((await say('my questions')).card)).toContain('Ask a question');
  });

  it('a question for members shows only where its community meets', async () => {
    const { id } = await aCommunity();
    await asMember(id);
    await core().trust.acknowledgeConduct(jonas(), { communityId: id });
    await aQuestion(id, { visibility: 'members' });
    await indexed();
    expect(wordsOf((await mara().write('questions')).card)).toContain(TITLE);
    expect(wordsOf((await mara().write('find caption')).card)).toContain(TITLE);
    expect(wordsOf((await say('questions')).card)).not.toContain(TITLE);
    expect(wordsOf((await say('find caption')).card)).not.toContain(TITLE);
  });

  it('«digest» has what waits and what is new, and «settings» saves when to be told', async () => {
    const { id } = await aCommunityInChannel();
    await aQuestion(id);
    expect(wordsOf((await mara().write('digest')).card)).toContain(TITLE);
    expect(wordsOf((await say('digest')).card)).toContain('What is new in Accessibility guild');

    const { card } = await mara().write('settings');
    const revision = (card?.actions?.[0]?.['data'] as { revision: number } | undefined)?.revision;
    const saved = await mara().press('save-settings', { revision, 'new-question': 'never' });
    expect(wordsOf(saved.card)).toContain('Saved');
    const stale = await mara().press('save-settings', { revision, 'new-question': 'now' });
    expect(wordsOf(stale.card)).toContain('somewhere else');
    expect(wordsOf((await say('settings')).card)).toContain('private chat');
  });

  it('«settings» lets one community be louder or quieter than the others, and be as usual again', async () => {
    const { id } = await aCommunity();
    await asMember(id);
    const here = async () => valueOf(await core().notifications.seePreferences(await asMember(id))).communities;
    const overview = await mara().write('settings');
    expect(titlesOf(overview.card)).toContain('One community otherwise');
    const { card } = await mara().press('show-settings', { which: true });
    expect(wordsOf(card)).toContain('from Accessibility guild');
    expect(wordsOf((await mara().write('settings accessibility guild')).card)).toEqual(wordsOf(card));
    const save = card?.actions?.[0]?.['data'] as Record<string, unknown>;
    const saved = await mara().press('save-settings', { ...save, 'new-question': 'never', 'new-practice': 'usual' });
    expect(wordsOf(saved.card)).toContain('Saved');
    expect(await here()).toMatchObject([{ community: { id }, times: { 'new-question': 'never' } }]);
    expect(wordsOf((await mara().write('settings')).card)).toContain('choices of their own: Accessibility guild');

    const again = saved.card?.actions?.[0]?.['data'] as Record<string, unknown>;
    await mara().press('save-settings', { ...again, 'new-question': 'usual' });
    expect(await here()).toEqual([]);
    expect(wordsOf((await mara().write('settings knitting')).card)).toContain('no community of that name');
    const forged = { ...again, community: crypto.randomUUID(), 'new-question': 'never' };
    expect(wordsOf((await mara().press('save-settings', forged)).card)).not.toContain('Saved');
  });
});
