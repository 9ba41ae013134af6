import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { wordsOf } from '../../test/conversation.ts';

const { channel, core, mara, jonas, aCommunity, aPractice } = botScene();

describe('a pressed button', () => {
  it('joins, and the card changes in place', async () => {
    const { id } = await aCommunity();
    const { answer, card } = await mara().press('join', { community: id });
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(card)).toContain('You are a member now');
    expect(channel().sent).toEqual([]);
  });

  it('pressed five times at once joins once', async () => {
    const { id } = await aCommunity();
    await mara().write('help');
    await Promise.all(Array.from({ length: 5 }, () => mara().press('join', { community: id })));
    expect(valueOf(await core().communities.seeCommunity(jonas(), { communityId: id })).memberCount).toBe(2);
  });

  it('asks before somebody leaves what they could not simply come back to', async () => {
    const { id } = await aCommunity({ visibility: 'on-request' });
    await mara().press('join', { community: id });
    const { items } = valueOf(await core().communities.listRequests(jonas(), { communityId: id, limit: 5 }));
    await core().communities.admitMember(jonas(), { communityId: id, personId: items[0]?.person.id ?? '' });

    const asked = await mara().press('leave', { community: id });
    expect(titlesOf(asked.card)).toEqual(['Leave', 'Stay']);
    const left = await mara().press('leave', { community: id, sure: true });
    expect(wordsOf(left.card)).toContain('You have left');
    expect(titlesOf(left.card)).toContain('Ask to join');
  });

  it('takes a request back', async () => {
    const { id } = await aCommunity({ visibility: 'on-request' });
    const { card } = await mara().press('join', { community: id });
    expect(titlesOf(card)).toContain('Withdraw request');
    const back = await mara().press('leave', { community: id, sure: true });
    expect(wordsOf(back.card)).toContain('has been withdrawn');
  });

  it('endorses a practice and takes the endorsement back', async () => {
    const { id } = await aCommunity();
    const practice = await aPractice(id);
    await mara().press('join', { community: id });

    const endorsed = await mara().press('endorse', { practice: practice.id });
    expect(wordsOf(endorsed.card)).toContain('Your endorsement counts');
    expect(titlesOf(endorsed.card)).toContain('Take back endorsement');
    const back = await mara().press('endorse', { practice: practice.id, takeBack: true });
    expect(titlesOf(back.card)).toContain('Endorse');
  });

  it('tells somebody who is no member why they cannot endorse', async () => {
    const { id } = await aCommunity();
    const practice = await aPractice(id);
    const { card } = await mara().press('endorse', { practice: practice.id });
    expect(card?.body[0]).toMatchObject({ type: 'Container', style: 'warning' });
  });

  it('of a client without Action.Execute works as a message', async () => {
    const { id } = await aCommunity();
    const { card } = await mara().write('', { text: undefined, value: { verb: 'join', community: id } });
    expect(wordsOf(card)).toContain('You are a member now');
  });
});
