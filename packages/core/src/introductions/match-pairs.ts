import type { Acquaintance } from './acquaintance.ts';
import type { Affinity } from './affinity.ts';
import { mendByChains } from './chains.ts';
import { assignPeople } from './decode.ts';
import type { Dice } from './dice.ts';
import { solveKinds, sumOf } from './bounding.ts';
import { ALL_PAIRS, allPairs, bestPairs } from './exact-pairs.ts';
import { kindsOf } from './kinds.ts';
import { improvePairs, pairTheRest } from './mending.ts';
import { int, real } from './numbers.ts';
import { provenBesideOne, provenPairs } from './proving.ts';
import { pairsOfAssignment } from './rounding.ts';
import { type Missed, missedOf } from './ways.ts';

/** Up to this many people the best plan is looked for until it is proven. */
export const EXACT = 2000;

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
 * people chains of exchanges mend what is left, and from there the best plan is found and proven (proving.ts), with an
 * odd one as well.
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
  if (count > EXACT || (isEven && worthOf(mended, acquaintance) >= bound)) return { partner: mended, bound };

  const missed = missedOf(values, acquaintance.worth);
  const chained = mendByChains(mended, missed);
  const near = isBetter(chained, mended, missed) ? chained : mended;
  const { partner, least } = isEven ? provenPairs(near, missed) : provenBesideOne(near, missed);
  return { partner, bound: bound - least };
}

/** Whether more people have a partner in a plan than in another one, or as many and less is missed between them. */
function isBetter(plan: Int32Array, than: Int32Array, missed: Missed): boolean {
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
