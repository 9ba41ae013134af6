import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLater, monday } from '../testing/community-builders.ts';
import { type Activity, enliven, HALF_LIFE_DAYS, liveliness, NEWCOMER_BOOST } from './liveliness.ts';

const quiet: Activity = { activity: 0, last: monday };
const after = (start: Activity, ...what: (readonly [weight: number, day: number])[]) =>
  what.reduce((so, [weight, day]) => enliven(so, weight, daysLater(day)), start);
const happening = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 300 }));

describe('how lively a community is', () => {
  it('fades by half in a half-life', () => {
    expect(after({ activity: 8, last: monday }, [1, HALF_LIFE_DAYS]).activity).toBeCloseTo(5);
  });

  it('does not depend on the order in which facts arrive', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(8).keys()], { minLength: 8 }),
        fc.array(happening, { minLength: 8, maxLength: 8 }),
        (order, facts) => {
          const inOrder = after(quiet, ...facts);
          const shuffled = after(quiet, ...order.map((index) => facts[index]!));

          expect(shuffled.last).toEqual(inOrder.last);
          expect(shuffled.activity).toBeCloseTo(inOrder.activity, 8);
        },
      ),
    );
  });

  it('grows with everything that happens', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), happening, (facts, one) => {
        const before = after(quiet, ...facts);

        expect(liveliness(after(before, one))).toBeGreaterThan(liveliness(before));
      }),
    );
  });
});

describe('the order of the directory', () => {
  it('puts today’s activity before the same of last month', () => {
    expect(liveliness(after(quiet, [3, 30]))).toBeGreaterThan(liveliness(after(quiet, [3, 0])));
  });

  it('puts much of last week before a little of today', () => {
    const busy = after(quiet, ...Array.from({ length: 40 }, () => [3, 23] as const));

    expect(liveliness(busy)).toBeGreaterThan(liveliness(after(quiet, [1, 30])));
  });

  it('puts a newcomer before what has been quiet for two months, and lets it sink by itself', () => {
    const founded = { activity: NEWCOMER_BOOST, last: daysLater(60) };
    const old = after(quiet, ...Array.from({ length: 10 }, () => [3, 0] as const));
    const busyLater = after(old, [3, 150], [3, 151], [3, 152]);

    expect(liveliness(founded)).toBeGreaterThan(liveliness(old));
    expect(liveliness(busyLater)).toBeGreaterThan(liveliness(founded));
  });
});
