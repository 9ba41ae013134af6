import { describe, expect, it } from 'vitest';
import type { CommunityMentoringView } from '@copse/core/contracts';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import { aCommunity } from '../../test/views.ts';
import { mentorsDocument } from './mentors-document.ts';

const edition = { serviceUrl: 'https://copse.example.com', madeAt: new Date('2026-11-28T09:00:00Z') };
const mentoring = (over: Partial<CommunityMentoringView> = {}): CommunityMentoringView => ({
  community: { id: aCommunity().id, name: aCommunity().name },
  items: [
    {
      person: { id: '0198c2a0-0000-7000-8000-000000000007', name: 'Mo Reyes', guest: false },
      topics: ['wcag', 'forms'],
      rhythm: 'monthly',
      note: 'I like to look at <one> real page.',
      since: '2026-11-01T09:00:00.000Z',
      free: true,
      ask: true,
    },
  ],
  mine: { offers: false, looks: false },
  abilities: { offer: false, request: false, foundCircle: false },
  ...over,
});

describe('mentors and experts on paper', () => {
  it('say who helps with what, how often, and whether there is room', () => {
    const document = mentorsDocument(aCommunity(), mentoring(), edition);
    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toContain('Mo Reyes');
    expect(wordsOf(document)).toContain('wcag, forms. I like to look at <one> real page.');
    expect(wordsOf(document)).toContain('Every month');
  });

  it('are a valid document where nobody offers anything', () => {
    const document = mentorsDocument(aCommunity({ roleHolders: [] }), mentoring({ items: [] }), edition);
    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toContain('Nobody yet.');
  });

  it('say that there are more than fit', () => {
    expect(wordsOf(mentorsDocument(aCommunity(), mentoring({ nextCursor: 'x' }), edition))).toContain('There are more');
  });
});
