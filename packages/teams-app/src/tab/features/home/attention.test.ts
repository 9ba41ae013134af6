import type { AttentionItem } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { callOf } from './attention.ts';
import { newsText } from './news.ts';

const community = { id: 'c1', name: 'Guild' };
const practice = { id: 'p1', title: 'Pairing' };
const item = (given: Partial<AttentionItem>): AttentionItem => ({ kind: 'invitation', count: 1, community, ...given });

describe('what needs me', () => {
  it.each([
    [item({ kind: 'asked-for-help', question: practice }), 'Can you help with “Pairing”?', '/questions/p1'],
    [item({ kind: 'asked-for-help', count: 2 }), 'Can you help with 2 questions?', '/communities/c1/questions'],
    [item({}), 'You are invited to join', '/communities/c1'],
    [item({ kind: 'requests-to-admit', count: 3 }), '3 people ask to join', '/communities/c1/members'],
    [item({ kind: 'requests-to-admit' }), 'Somebody asks to join', '/communities/c1/members'],
    [item({ kind: 'practices-to-endorse', practice }), '“Pairing” awaits an endorsement', '/practices/p1'],
    [item({ kind: 'reviews-due', count: 2 }), '2 practices are due for review', '/communities/c1/practices'],
    [item({ kind: 'terms-over' }), 'A role’s term is over', '/communities/c1/members'],
    [item({ kind: 'own-drafts', practice }), 'Your draft “Pairing” waits to be finished', '/practices/p1'],
  ])('says it and leads to where one can act', (given, text, path) => {
    expect(callOf(given)).toEqual({ text, path });
  });
});

describe('what is new', () => {
  it('counts practices and people', () => {
    expect(newsText({ practices: 1, members: 2, days: 14 })).toBe(
      '1 new practice and 2 new members in the last 14 days',
    );
  });

  it('is silent when nothing is', () => {
    expect(newsText({ practices: 0, members: 0, days: 14 })).toBeUndefined();
  });
});
