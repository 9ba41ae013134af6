import type { Acquaintance } from './acquaintance.ts';
import type { Affinity } from './affinity.ts';
import { assignPeople } from './decode.ts';
import type { Dice } from './dice.ts';
import { boundOfGroups, solveKinds, sumOf } from './bounding.ts';
import { ALL_PAIRS, allPairs, bestPairs, type Edge, nearPairs, pairsWithin } from './exact-pairs.ts';
import { kindsOf } from './kinds.ts';
import { improvePairs, pairTheRest } from './mending.ts';
import { int, real } from './numbers.ts';
import { pairsOfAssignment } from './rounding.ts';

/** Up to this many people the blossom algorithm has the last word. */
export const EXACT = 2000;
/** Nothing is worth a part of a point. */
const POINT = 1;
/** Pairs that miss at most so much of the bound are looked at first: few of the best plan's miss more. */
const NEAR_POINTS = 5;

export type Pairs = {
  /** Each person's partner, or -1. */
  readonly partner: Int32Array;
  /** No way of making pairs, with one group of three where the number is odd, is worth more. */
  readonly bound: number;
};

/**
 * Pairs everybody for the most worth altogether.
 *
 * A small even round is solved exactly, by the blossom algorithm over all pairs. Otherwise the kinds of people are
 * paired exactly, which gives the bound and, person by person, nearly a plan; what is not right yet (somebody whose
 * kind does not come out even, who would meet a colleague of the same team, or somebody again) is mended. Up to 2,000
 * people the blossom algorithm finds the best of all pairs that a better plan could have, where they are not too many: of
 * an even number of people that is the exact optimum, and proves it.
 */
export function matchPairs(affinity: Affinity, acquaintance: Acquaintance, count: number, dice: Dice): Pairs {
  const isEven = count % 2 === 0;
  if (count <= ALL_PAIRS && isEven) {
    const partner = bestPairs(count, allPairs(count, acquaintance));
    return { partner, bound: worthOf(partner, acquaintance) };
  }
  const kinds = kindsOf(affinity.traits);
  const { flows, values } = solveKinds(kinds);
  const bound = sumOf(values);
  const value = (person: number) => real(values, person);

  const mended = pairsOfAssignment(assignPeople(kinds, flows, dice), acquaintance);
  pairTheRest(mended, acquaintance);
  improvePairs(mended, acquaintance, value, kinds, dice);
  if (count > EXACT || worthOf(mended, acquaintance) >= bound) return { partner: mended, bound };

  const better = (plan: Int32Array, edges: readonly Edge[]) => {
    const best = bestPairs(count, edges);
    return worthOf(best, acquaintance) > worthOf(plan, acquaintance) ? best : plan;
  };
  if (!isEven && count <= ALL_PAIRS) {
    return { partner: better(mended, allPairs(count, acquaintance)), bound: boundOfGroups(acquaintance, values, 2) };
  }
  const { plan, isBest } = bestOfAll();
  if (isEven) return { partner: plan, bound: isBest ? worthOf(plan, acquaintance) : bound };
  return { partner: plan, bound: boundOfGroups(acquaintance, values, 2) };

  /** The best of ever more pairs, until no other pair could be in a better plan. */
  function bestOfAll(): { readonly plan: Int32Array; readonly isBest: boolean } {
    let [plan, looked] = [mended, 0];
    for (let within = NEAR_POINTS; ; within = missed(plan) - POINT) {
      const edges = pairsWithin(plan, acquaintance, value, within);
      // Too many: of a few kinds of people, or somebody meets again and the values know nothing of it.
      if (edges === undefined) break;
      plan = better(plan, edges);
      looked = within;
      if (missed(plan) - POINT <= looked) return { plan, isBest: true };
    }
    return { plan: better(plan, nearPairs(plan, acquaintance, value, dice)), isBest: false };
  }

  function missed(plan: Int32Array): number {
    return bound - worthOf(plan, acquaintance);
  }
}

/** What a pairing is worth; whoever stays alone counts nothing. */
export function worthOf(partner: Int32Array, { worth }: Acquaintance): number {
  let sum = 0;
  for (let one = 0; one < partner.length; one += 1) {
    const other = int(partner, one);
    if (other > one) sum += worth(one, other);
  }
  return sum;
}
