import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyBegun, likelyMeant, slipsBetween, wordsToCheck } from './spelling.ts';

const word = fc.stringMatching(/^[a-z]{0,12}$/u);

describe('slips between two words', () => {
  it.each([
    ['testing', 'testing', 0],
    ['testng', 'testing', 1],
    ['tessting', 'testing', 1],
    ['tasting', 'testing', 1],
    ['desgin', 'design', 1],
    ['acessibilty', 'accessibility', 2],
    ['', 'abc', 3],
  ])('%s → %s: %d', (typed, meant, slips) => {
    expect(slipsBetween(typed, meant)).toBe(slips);
  });

  it('are as many there as back, none only for the same word, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = slipsBetween(a, b);
        expect(slipsBetween(b, a)).toBe(slips);
        expect(slips === 0).toBe(a === b);
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('what was probably meant', () => {
  it('is the nearest of the known words', () => {
    expect(likelyMeant('desgin', ['resign', 'design', 'designer', 'sin'], 2)).toEqual(['design']);
  });

  it('is each of several that are equally near', () => {
    expect(likelyMeant('casting', ['costing', 'testing', 'hasting'], 2)).toEqual(['costing', 'hasting']);
  });

  it('is nothing when the word is known', () => {
    expect(likelyMeant('design', ['design', 'resign'], 3)).toEqual([]);
  });

  it('is nothing when no word is near', () => {
    expect(likelyMeant('sql', ['ada', 'design'], 3)).toEqual([]);
  });
});

describe('what was probably begun', () => {
  it('is the word whose beginning is near, where no whole word is', () => {
    expect(likelyBegun('acessib', ['accessibility', 'sustainability'], 3)).toEqual(['accessibility']);
    expect(likelyBegun('desgin', ['design', 'designer'], 3)).toEqual(['design']);
  });

  it('is nothing where the beginning itself is another', () => {
    expect(likelyBegun('visib', ['accessibility', 'risk'], 3)).toEqual([]);
  });
});

describe('the words of a query', () => {
  it('come without accents, marks, numbers and short ones', () => {
    expect(wordsToCheck('Zoë "unit-testing" -or 2026 a11y of')).toEqual(['zoe', 'unit', 'testing']);
  });

  it('are at most eight', () => {
    expect(wordsToCheck('one two three four five six seven eight nine ten eleven')).toHaveLength(8);
  });
});
