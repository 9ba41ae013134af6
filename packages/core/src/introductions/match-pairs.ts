import type { Acquaintance } from './acquaintance.ts';
import type { Affinity } from './affinity.ts';
import { mendByChains } from './chains.ts';
import { assignPeople } from './decode.ts';
import type { Dice } from './dice.ts';
import { boundOfGroups, solveKinds, sumOf } from './bounding.ts';
import { ALL_PAIRS, allPairs, bestPairs, type Edge, nearPairs, pairsWithin } from './exact-pairs.ts';
import { kindsOf } from './kinds.ts';
import { improvePairs, pairTheRest } from './mending.ts';
import { pairsBesideOne } from './odd-one.ts';
import { int, real } from './numbers.ts';
import { leastMissed } from './parity.ts';
import { pairsOfAssignment } from './rounding.ts';

/** Up to this many people the best plan is looked for until it is proven. */
export const EXACT = 2000;
/** Nothing is worth a part of a point. */
const POINT = 1;

export type Pairs = {
  /** Each person's partner, or -1. */
  readonly partner: Int32Array;
  /** No way of making pairs, with one group of three where the number is odd, is worth more. */
  readonly bound: number;
};

/**
 * Pairs everybody for the most worth altogether.
 *
 * A small even round is solved exactly, by the blossom algorithm over all pairs, and a small odd one nearly so
 * (odd-one.ts). Otherwise the kinds of people are
 * paired exactly, which gives the bound and, person by person, nearly a plan; what is not right yet (somebody whose
 * kind does not come out even, who would meet a colleague of the same team, or somebody again) is mended. Up to 2,000
 * people chains of exchanges mend what is left, and an even number is proven to be the best: by what no pairing can do
 * without (parity.ts), which takes a moment; where that is not enough, by the blossom algorithm over all pairs that a
 * better plan could have, where they are not too many.
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

  const missedBy = (one: number, other: number) => value(one) + value(other) - acquaintance.worth(one, other);
  const chained = mendByChains(mended, missedBy);
  const near = isBetter(chained, mended, missedBy) ? chained : mended;
  if (!isEven) {
    const most = Math.min(boundOfGroups(acquaintance, values, 2), bound - leastMissed(count, missedBy));
    if (count > ALL_PAIRS) return { partner: near, bound: most };
    const beside = pairsBesideOne(count, acquaintance, value);
    return { ...beside, bound: Math.min(most, beside.bound) };
  }

  const missed = (plan: Int32Array) => bound - worthOf(plan, acquaintance);
  const least = leastMissed(count, missedBy);
  const isBest = (plan: Int32Array) => !plan.includes(-1) && missed(plan) - POINT < least;
  const better = (plan: Int32Array, edges: readonly Edge[]) => {
    const best = bestPairs(count, edges);
    return isBetter(best, plan, missedBy) ? best : plan;
  };
  if (isBest(near)) return proven(near);
  const plan = better(near, nearPairs(near, acquaintance, value, { most: missed(near) - POINT, dice }));
  if (isBest(plan)) return proven(plan);
  // No other pair could be in a better plan. They are too many where somebody meets again: the values know nothing of it.
  const all = pairsWithin(plan, acquaintance, value, missed(plan) - POINT);
  return all ? proven(better(plan, all)) : { partner: plan, bound: bound - least };

  function proven(partner: Int32Array): Pairs {
    return { partner, bound: worthOf(partner, acquaintance) };
  }
}

/** Whether more people have a partner in a plan than in another one, or as many and less is missed between them. */
function isBetter(plan: Int32Array, than: Int32Array, missed: (one: number, other: number) => number): boolean {
  const alone = (partner: Int32Array) => partner.reduce((sum, other) => sum + Number(other < 0), 0);
  const missing = (partner: Int32Array) =>
    partner.reduce((sum, other, one) => (other > one ? sum + missed(one, other) : sum), 0);
  const fewer = alone(than) - alone(plan);
  return fewer > 0 || (fewer === 0 && missing(plan) < missing(than));
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
