import { archetypes, lives, stages } from '@copse/core/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import { aCommunity, aCommunityCard, aPractice, aPracticeCard, id } from '../../test/views.ts';
import { communityDocument } from './community-document.ts';
import { directoryDocument } from './directory-document.ts';
import { noticeDocument } from './notice-document.ts';
import { practiceDocument, practicesDocument } from './practices-document.ts';

const edition = { serviceUrl: 'https://copse.example.com', madeAt: new Date('2026-11-24T23:30:00Z') };

describe('a community on paper', () => {
  const card = communityDocument(aCommunity(), false, edition);
  const full = communityDocument(aCommunity(), true, edition);

  it('says what it is for, who does what and what comes next', () => {
    const words = wordsOf(card);
    expect(adfProblems(card)).toEqual([]);
    expect(words).toContain('Guild · Open to all · 45 members · 3 practices');
    expect(words).toContain('Everyone can use what we build.');
    expect(words).toMatch(/Coordinator, until 31 December 2026\s+Jonas Keller\s+Digital services\s+Facilitator/u);
    expect(words).toContain('Write the first practice');
    expect(words).toContain('From Copse, as of 24 November 2026. Open in Teams');
  });

  it('names the Teams channel it meets in, and not the space it stands on', () => {
    expect(wordsOf(card)).toContain('Meets in General · A meeting every two weeks');
    expect(wordsOf(card)).not.toContain('Handbook');
  });

  it('tells domain and charter only in full, below its own headings', () => {
    expect(wordsOf(card)).not.toContain('Nobody should need a favour');
    expect(wordsOf(full)).toContain('Nobody should need a favour');
    expect(full.content?.filter(({ type }) => type === 'heading').map(({ attrs }) => attrs?.['level'])).toEqual([
      3, 4, 4, 4, 4, 5,
    ]);
    expect(adfProblems(full)).toEqual([]);
  });

  it('gives every task its own id, however many lists there are', () => {
    const ids = JSON.stringify(full).match(/"localId":"[^"]+"/gu) ?? [];
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says when and why it was closed', () => {
    const closed = {
      closed: { at: '2026-05-01T08:00:00.000Z', reason: 'Its work is done.' },
      stage: 'closed',
    } as const;
    expect(wordsOf(communityDocument(aCommunity(closed), false, edition))).toContain(
      'Closed on 1 May 2026: Its work is done.',
    );
  });
});

describe('lists on paper', () => {
  it('name every community, and say when there are more', () => {
    const communities = [aCommunityCard(), aCommunityCard({ id: id(2), name: 'Batteries', topics: [] })];
    const document = directoryDocument({ communities, more: true, topic: 'safety' }, edition);

    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toMatch(
      /Communities about safety[\s\S]*Accessibility guild[\s\S]*Batteries[\s\S]*more communities than fit/u,
    );
  });

  it('say so when they are empty', () => {
    const directory = directoryDocument({ communities: [], more: false, topic: undefined }, edition);
    const practices = practicesDocument({ practices: [], more: false, title: 'Practices' }, edition);

    expect(wordsOf(directory)).toContain('none yet that you can see');
    expect(wordsOf(practices)).toContain('none yet that you can see');
    expect([...adfProblems(directory), ...adfProblems(practices)]).toEqual([]);
  });

  it('show of each practice how far it is trusted', () => {
    const late = aPracticeCard({ reviewDue: true, teamCount: 2, endorsementCount: 1 });
    const document = practicesDocument({ practices: [late], more: false, title: 'Practices' }, edition);

    expect(wordsOf(document)).toContain('1 endorsement · 2 teams use it · review was due 15 January 2027');
    expect(adfProblems(document)).toEqual([]);
  });
});

describe('a practice on paper', () => {
  it('is complete: context, text, endorsements, adoption and measure', () => {
    const document = practiceDocument(aPractice(), edition);
    const words = wordsOf(document);

    expect(adfProblems(document)).toEqual([]);
    for (const part of [
      'Teams without a tester.',
      'Unplug the mouse',
      'Jonas Keller (Digital services): We found eleven problems.',
      'Cordless firmware uses this: it helped (Jonas Keller, 20 October 2026)',
      'It takes 20 minutes.',
      'Problems after release: 14 → 3 per month',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('warns when it is no longer advised', () => {
    const retired = practiceDocument(aPractice({ life: 'retired', lifeReason: 'The tool is gone.' }), edition);
    expect(wordsOf(retired)).toContain('Retired. The tool is gone.');
  });
});

it('a reason that nobody knows counts as an outage, even one that every object has', () => {
  for (const reason of ['toString', 'constructor', 'brand-new']) {
    expect(wordsOf(noticeDocument(reason, undefined))).toContain('could not be reached');
  }
});

describe('whatever the service sends', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 });
  it('becomes a document that Atlassian accepts', () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(words, { maxLength: 4 }),
        fc.constantFrom(...stages),
        fc.constantFrom(...lives),
        fc.constantFrom(...archetypes),
        (name, prose, topics, stage, life, archetype) => {
          const community = aCommunity({
            name,
            purpose: prose,
            charter: prose,
            domain: name,
            topics,
            stage,
            archetype,
            cadence: name,
          });
          const practice = aPractice({ title: name, body: prose, context: name, topics, life, summary: prose });
          const all = [
            communityDocument(community, true, edition),
            directoryDocument({ communities: [community], more: false, topic: name }, edition),
            practiceDocument(practice, edition),
            practicesDocument({ practices: [practice], more: true, title: name }, edition),
            noticeDocument(name, prose || undefined),
          ];
          expect(all.flatMap(adfProblems)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
