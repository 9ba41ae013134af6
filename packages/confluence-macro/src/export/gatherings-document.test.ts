import type { OccurrenceCard } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import { id } from '../../test/views.ts';
import { gatheringsDocument } from './gatherings-document.ts';

const edition = { serviceUrl: 'https://copse.example.com', madeAt: new Date('2026-11-28T09:00:00Z') };
const aDate = (over: Partial<OccurrenceCard> = {}): OccurrenceCard => ({
  id: id(71),
  gatheringId: id(72),
  community: { id: id(1), name: 'Accessibility guild' },
  title: 'Weekly <round>',
  format: 'meeting',
  mode: 'online',
  startsAt: '2026-12-01T15:00:00.000Z',
  endsAt: '2026-12-01T16:00:00.000Z',
  timeZone: 'America/New_York',
  recurs: 'Every Tuesday',
  visibility: 'organisation',
  hosts: [],
  going: 3,
  waiting: 0,
  cancelled: false,
  hasRecap: false,
  hidden: false,
  abilities: { answer: true, checkIn: false },
  ...over,
});
const of = (...dates: OccurrenceCard[]) => gatheringsDocument({ dates, more: false, title: 'Gatherings' }, edition);

describe('gatherings on paper', () => {
  it('say when by the clock that they follow, what and where', () => {
    const document = of(aDate());
    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toMatch(
      /1 December 2026 at 10:00.11:00 \(America\/New York\)|10:00.*11:00.*America\/New York/su,
    );
    expect(wordsOf(document)).toContain('Weekly <round>');
    expect(wordsOf(document)).toContain('Every Tuesday');
    expect(wordsOf(document)).toContain('Online');
  });

  it('say what was called off', () => {
    expect(wordsOf(of(aDate({ cancelled: true, venue: 'Hall 3' })))).toMatch(/called off.*Hall 3/su);
  });

  it('are a valid document where nothing is planned', () => {
    expect(adfProblems(of())).toEqual([]);
    expect(wordsOf(of())).toContain('No gathering is planned');
  });
});
