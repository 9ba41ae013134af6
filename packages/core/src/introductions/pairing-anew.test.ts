import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendByChains } from './chains.ts';
import { bestPairs, type Edge } from './exact-pairs.ts';
import { leastMissed } from './parity.ts';

type Missed = (one: number, other: number) => number;
const by =
  (rows: readonly (readonly number[])[]): Missed =>
  (one, other) =>
    rows[Math.max(one, other)]?.[Math.min(one, other)] ?? 0;
const missedIn = (partner: Int32Array, missed: Missed) =>
  partner.reduce((sum, other, one) => (other > one ? sum + missed(one, other) : sum), 0);
const isPairing = (partner: Int32Array) => partner.every((other, one) => other < 0 || partner[other] === one);

/** Even numbers of people; most pairs miss nothing, as among people of a few kinds. */
const crowds = fc.integer({ min: 1, max: 7 }).chain((half) => {
  const misses = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }));
  const rows = Array.from({ length: 2 * half }, (_, row) => fc.array(misses, { minLength: row, maxLength: row }));
  return fc.tuple(...rows);
});

function best(count: number, missed: Missed): Int32Array {
  const edges: Edge[] = [];
  for (let one = 1; one < count; one += 1) {
    for (let other = 0; other < one; other += 1) edges.push([other, one, 100 - missed(one, other)]);
  }
  return bestPairs(count, edges);
}

/** Two parts of odd numbers, between which every pair misses something: least those of two people who stand in the middle. */
const parts: Missed = (one, other) => {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return high < 3 || low >= 3 ? 0 : low === 1 && high === 4 ? 5 : 20;
};

describe('what no pairing can do without', () => {
  it('is never more than the best one misses', () => {
    fc.assert(
      fc.property(crowds, (rows) => {
        const missed = by(rows);
        expect(leastMissed(rows.length, missed)).toBeLessThanOrEqual(missedIn(best(rows.length, missed), missed));
      }),
    );
  });

  it('is the shortest way between two parts of odd numbers', () => {
    expect(leastMissed(8, parts)).toBe(5);
    expect(missedIn(best(8, parts), parts)).toBe(5);
    expect(leastMissed(8, (one, other) => (one < 4 === other < 4 ? 0 : 7))).toBe(0);
  });

  it('is without end where a part of an odd number is kept apart from all others', () => {
    expect(leastMissed(6, (one, other) => (one < 3 === other < 3 ? 0 : Infinity))).toBe(Infinity);
  });
});

describe('a plan that is mended by chains', () => {
  it('pairs everybody at most once and nobody with themselves, and leaves a plan that misses nothing as it is', () => {
    fc.assert(
      fc.property(crowds, (rows) => {
        const missed = by(rows);
        const plan = Int32Array.from(rows, (_, person) => person ^ 1);
        const mended = mendByChains(plan, missed);
        expect(isPairing(mended)).toBe(true);
        expect(mended.every((other, one) => other !== one)).toBe(true);
        if (missedIn(plan, missed) === 0) expect(mended).toEqual(plan);
      }),
    );
  });

  it('finds the best where several have to change partners, which no exchange between two pairs does', () => {
    // From 0 with 5 to all in a row: 0-1, 2-3, 4-5; only neighbours in the circle miss nothing.
    const missed: Missed = (one, other) => ([1, 5].includes(Math.abs(one - other)) ? 0 : 9);
    const plan = Int32Array.from([3, 2, 1, 0, 5, 4]);
    expect(missedIn(plan, missed)).toBe(9);
    expect(missedIn(mendByChains(plan, missed), missed)).toBe(0);
  });

  it('leaves out a chain that would go through the same pair twice', () => {
    // 0 and 5 know nobody but 1; from 0 to 5 there is a way only over 1 and 2, around 3 and 4, and over 2 and 1 again.
    const near = new Set(['0 1', '1 2', '2 3', '3 4', '2 4', '1 5']);
    const missed: Missed = (one, other) => (near.has(`${Math.min(one, other)} ${Math.max(one, other)}`) ? 0 : 9);
    const mended = mendByChains(Int32Array.from([5, 2, 1, 4, 3, 0]), missed);
    expect([...mended]).toEqual([-1, 2, 1, 4, 3, -1]);
  });

  it('finds the shortest way between two parts of odd numbers', () => {
    const plan = Int32Array.from([7, 2, 1, 4, 3, 6, 5, 0]);
    expect(missedIn(plan, parts)).toBe(20);
    expect(missedIn(mendByChains(plan, parts), parts)).toBe(5);
  });
});
