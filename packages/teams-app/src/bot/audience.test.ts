import { describe, expect, it } from 'vitest';
import { audiences } from './audience.ts';

const card = { conversationId: '19:a@thread.tacv2;messageid=1', subject: 'question-1' };
const members = (count: number | undefined) => async () => count;

describe('whose own view of a card is fetched', () => {
  it('everybody’s where sixty read along, without a list of names', async () => {
    expect(await audiences()(card, '29:mara', members(60))).toBeUndefined();
  });

  it('in a larger place that of who used it', async () => {
    const viewersOf = audiences();
    await viewersOf(card, '29:mara', members(61));
    expect(await viewersOf(card, '29:jonas', members(61))).toEqual(['29:mara', '29:jonas']);
  });

  it('the sixty-first takes the place of the first, unless that one has been back since', async () => {
    const viewersOf = audiences();
    for (let at = 0; at < 60; at += 1) await viewersOf(card, `29:${at}`, members(500));
    await viewersOf(card, '29:0', members(500));
    const viewers = await viewersOf(card, '29:60', members(500));
    expect(viewers).toHaveLength(60);
    expect(viewers).toContain('29:0');
    expect(viewers).not.toContain('29:1');
  });

  it('nobody is added who must not be seen to have used it', async () => {
    const viewersOf = audiences();
    await viewersOf(card, '29:mara', members(500));
    expect(await viewersOf(card, undefined, members(500))).toEqual(['29:mara']);
  });

  it('a place whose size is unknown counts as large, and is counted again', async () => {
    const viewersOf = audiences();
    expect(await viewersOf(card, '29:mara', members(undefined))).toEqual(['29:mara']);
    expect(await viewersOf(card, '29:mara', members(12))).toBeUndefined();
  });

  it('each card has its own', async () => {
    const viewersOf = audiences();
    await viewersOf(card, '29:mara', members(500));
    expect(await viewersOf({ ...card, subject: 'question-2' }, '29:jonas', members(500))).toEqual(['29:jonas']);
  });
});
