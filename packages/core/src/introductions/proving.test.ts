import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWithThree } from './all-plans.ts';
import { perfectPairs } from './blossoms.ts';
import { bestPairs, type Edge } from './exact-pairs.ts';
import { sumOverPairs } from './group.ts';
import { provenBesideOne, provenPairs } from './proving.ts';
import { type Missed, waysWithin } from './ways.ts';

const by =
  (rows: readonly (readonly number[])[]): Missed =>
  (one, other) =>
    one === other ? Infinity : (rows[Math.max(one, other)]?.[Math.min(one, other)] as number);

/** What pairs miss: mostly nothing, as among people of a few kinds; seldom nothing; a lot, as some would meet again; or all. */
const kinds = [
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
  fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) }),
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 2 ** 23, max: 2 ** 24 }) },
  ),
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.constantFrom(5, 7, Infinity) }),
];
const crowds = (counts: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...counts), fc.constantFrom(...kinds))
    .chain(([count, misses]) =>
      fc.tuple(...Array.from({ length: count }, (_, row) => fc.array(misses, { minLength: row, maxLength: row }))),
    )
    .map((rows) => ({ count: rows.length, missed: by(rows) }));

/** A plan that nobody thought about: each with the next one, as far as they may, and of an odd number the last one beside them. */
const anyPlan = (count: number, missed: Missed) =>
  Int32Array.from({ length: count }, (_, person) => {
    const other = person ^ 1;
    return other < count && missed(person, other) < Infinity ? other : -1;
  });
const missedIn = (partner: Int32Array, missed: Missed) =>
  partner.reduce((sum, other, one) => (other > one ? sum + missed(one, other) : sum), 0);

/** The least that pairs miss, found by another program; without end where there are none for everybody. */
function leastOfPairs(count: number, missed: Missed): number {
  const edges: Edge[] = [];
  for (let one = 1; one < count; one += 1) {
    for (let other = 0; other < one; other += 1) {
      if (missed(one, other) < Infinity) edges.push([other, one, 2 ** 26 - missed(one, other)]);
    }
  }
  const partner = bestPairs(count, edges);
  return partner.includes(-1) ? Infinity : missedIn(partner, missed);
}

/** The least that all plans with one group of three miss. */
function leastBesideOne(count: number, missed: Missed): number {
  const worth = (one: number, other: number) => (one === other ? 0 : -missed(one, other));
  const groups = bestWithThree(count, { worth, points: worth, haveMet: () => false, apart: () => false });
  if (!groups) return Infinity;
  return groups.reduce((sum, group) => sum + sumOverPairs(group, missed) / (group.length - 1), 0);
}

function missedWithOdd(partner: Int32Array, missed: Missed): number {
  const odd = partner.indexOf(-1);
  const joining = [...partner].map((other, one) =>
    other < 0 ? Infinity : (missed(odd, one) + missed(odd, other) - missed(one, other)) / 2,
  );
  return missedIn(partner, missed) + Math.min(...joining);
}

describe('a plan that is proven', () => {
  it('is the best there is', () => {
    fc.assert(
      fc.property(crowds([2, 4, 8, 12, 16]), ({ count, missed }) => {
        const { partner, least } = provenPairs(anyPlan(count, missed), missed);
        const best = leastOfPairs(count, missed);
        if (best === Infinity) expect(least).toBeLessThan(Infinity);
        else expect([missedIn(partner, missed), least]).toEqual([best, best]);
      }),
      { numRuns: 400 },
    );
  });

  it('is the best there is with an odd one, who joins the pair where least is missed', () => {
    fc.assert(
      fc.property(crowds([3, 5, 7, 9, 11, 13]), ({ count, missed }) => {
        const { partner, least } = provenBesideOne(anyPlan(count, missed), missed);
        const best = leastBesideOne(count, missed);
        if (best === Infinity) expect(least).toBeLessThan(Infinity);
        else expect([missedWithOdd(partner, missed), least]).toEqual([best, best]);
      }),
      { numRuns: 400 },
    );
  });

  it('has prices by which nobody could miss less', () => {
    fc.assert(
      fc.property(crowds([4, 8, 14]), ({ count, missed }) => {
        const most = 2 ** 30;
        const nobody = new Int32Array(count).fill(-1);
        const { partner, prices } = perfectPairs(waysWithin(count, missed, most), nobody, { most });
        const { people, blossoms } = prices;
        for (let one = 1; one < count; one += 1) {
          for (let other = 0; other < one; other += 1) {
            const both = blossoms.filter((blossom) => [one, other].every((person) => blossom.people.includes(person)));
            const said = (people[one] as number) + (people[other] as number);
            expect(said - both.reduce((sum, { price }) => sum + price, 0)).toBeLessThanOrEqual(missed(one, other));
          }
        }
        const pairs = blossoms.reduce((sum, blossom) => sum + (blossom.price * (blossom.people.length - 1)) / 2, 0);
        const all = people.reduce((sum, price) => sum + price, 0) - pairs;
        if (partner) expect(missedIn(partner, missed)).toBe(all);
        else expect(all).toBeGreaterThanOrEqual(most);
      }),
      { numRuns: 200 },
    );
  });
});
