import { gatheringLimits } from '@copse/core/vocabulary';
import { describe, expect, it } from 'vitest';
import { meetTheirs, outcomesIn, outcomesProblem } from './recap-form.ts';

describe('outcomes', () => {
  it('are one to a line, without what says nothing', () => {
    expect(outcomesIn(' Try argon \n\n-\nAsk Ben')).toEqual(['Try argon', 'Ask Ben']);
  });

  it('are never cut without a word', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `Outcome ${at}`).join('\n');
    expect(outcomesProblem(lines(gatheringLimits.outcomes))).toBeUndefined();
    expect(outcomesProblem(lines(gatheringLimits.outcomes + 1))).toContain('At most 20 lines');
    expect(outcomesProblem('x'.repeat(gatheringLimits.outcome + 1))).toContain('200 characters');
  });
});

describe('a recap that somebody else has saved meanwhile', () => {
  const base = { recap: 'We met.', outcomes: 'Try argon' };

  it('keeps both texts where both wrote, and all outcomes once', () => {
    const mine = { recap: 'We met, all of us.', outcomes: 'Try argon\nAsk Ben' };
    const theirs = { recap: 'We met in hall 3.', outcomes: 'Try argon\nAsk Ben\nBuy bottles' };
    expect(meetTheirs(base, mine, theirs)).toEqual({
      recap: 'We met, all of us.\n\nWe met in hall 3.',
      outcomes: 'Try argon\nAsk Ben\nBuy bottles',
    });
  });

  it('is theirs where I changed nothing, and mine where they did not', () => {
    const other = { recap: 'We met in hall 3.', outcomes: 'Try argon' };
    expect(meetTheirs(base, base, other)).toEqual(other);
    expect(meetTheirs(base, other, base)).toEqual(other);
  });

  it('does not bring back an outcome that I took out', () => {
    expect(meetTheirs(base, { ...base, outcomes: '' }, base).outcomes).toBe('');
  });
});
