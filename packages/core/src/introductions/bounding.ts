import type { Acquaintance } from './acquaintance.ts';
import type { Kinds } from './kinds.ts';
import { real } from './numbers.ts';
import { type Transport, transport } from './transport.ts';

/** What each person is worth to a bound: no plan of pairs is worth more than all of them together. */
export type Values = Float64Array;

export type SolvedKinds = { readonly flows: Transport['flows']; readonly values: Values };

/** The best way to pair kinds, and what each person is worth in it: half of what the two sides of it say. */
export function solveKinds(kinds: Kinds): SolvedKinds {
  const amounts = Int32Array.from(kinds.people, ({ length }) => length);
  const { out, into, flows } = transport(amounts, kinds.most);
  return { flows, values: Float64Array.from(kinds.of, (kind) => (real(out, kind) + real(into, kind)) / 2) };
}

export const sumOf = (values: Values) => values.reduce((sum, value) => sum + value, 0);

/** Up to this many people each is looked at with everybody else. */
const LOOKED_AT = 500;
const SWEEPS = 12;
/** Farther apart than points can be: one of the two is somebody met before, or kept apart. */
const FAR = 1000;

/**
 * No plan with groups of at least `least` people, everybody in one, is worth more than what is answered.
 *
 * Of a plan every pair counts 1 / (size of its group - 1), so what a person has of all pairs adds up to one, and no pair
 * counts more than 1 / (least - 1). Without asking that groups be whole, that is a linear program; any values of people
 * bound it: their sum, and for each pair that is worth more than its two people what it is worth more, times the most
 * that it may count. The values for which nothing is worth more come from the kinds of people (transport.ts), who know
 * nothing of who has met whom and who is kept apart. In a round that is not too large they are improved one person after
 * the other: best is the value at which just as many pairs are worth more as may count in full.
 */
export function boundOfGroups({ worth }: Acquaintance, from: Values, least: number): number {
  const count = from.length;
  const atOnce = least - 1;
  let best = sumOf(from);
  if (count > LOOKED_AT || count <= least) return best;

  const values = from.slice();
  const left = new Float64Array(count - 1);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let one = 0; one < count; one += 1) {
      for (let other = 0; other < count; other += 1) {
        if (other !== one) left[other < one ? other : other - 1] = worth(one, other) - real(values, other);
      }
      left.sort();
      const value = real(left, left.length - atOnce);
      const next = atOnce < left.length ? real(left, left.length - atOnce - 1) : -Infinity;
      // Anything between the two is best for this person; the middle leaves most to the others.
      values[one] = value - next < FAR ? (value + next) / 2 : value;
    }
    const bound = sumOf(values) + surplusOf(values) / atOnce;
    // Where somebody may meet nobody, there is no plan that the bound is about.
    if (Number.isFinite(bound)) best = Math.min(best, bound);
  }
  return best;

  function surplusOf(values: Values): number {
    let sum = 0;
    for (let one = 1; one < count; one += 1) {
      for (let other = 0; other < one; other += 1) {
        sum += Math.max(0, worth(one, other) - real(values, one) - real(values, other));
      }
    }
    return sum;
  }
}
