import type { Acquaintance } from './acquaintance.ts';
import type { Affinity } from './affinity.ts';
import { assignPeople } from './decode.ts';
import type { Dice } from './dice.ts';
import { ALL_PAIRS, allPairs, bestPairs, nearPairs } from './exact-pairs.ts';
import { type Kinds, kindsOf } from './kinds.ts';
import { improvePairs, pairTheRest } from './mending.ts';
import { int, real } from './numbers.ts';
import { pairsOfAssignment } from './rounding.ts';
import { type Transport, transport } from './transport.ts';

/** Up to this many people the blossom algorithm has the last word. */
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
 * kind does not come out even, who would meet a colleague of the same team, or somebody again) is mended, and up to
 * 2,000 people the best of the pairs near the bound are found by the blossom algorithm.
 */
export function matchPairs(affinity: Affinity, acquaintance: Acquaintance, count: number, dice: Dice): Pairs {
  if (count <= ALL_PAIRS && count % 2 === 0) {
    const partner = bestPairs(count, allPairs(count, acquaintance));
    return { partner, bound: worthOf(partner, acquaintance) };
  }
  const kinds = kindsOf(affinity.traits);
  const solved = transport(
    Int32Array.from(kinds.people, ({ length }) => length),
    kinds.most,
  );
  const value = valueOf(kinds, solved);
  const bound = kinds.people.reduce((sum, { length }, kind) => sum + length * real(value, kind), 0);
  const ofPerson = (person: number) => real(value, int(kinds.of, person));

  const partner = pairsOfAssignment(assignPeople(kinds, solved.flows, dice), acquaintance);
  pairTheRest(partner, acquaintance);
  improvePairs(partner, acquaintance, ofPerson, kinds, dice);
  if (count > EXACT || worthOf(partner, acquaintance) >= bound) return { partner, bound };

  const edges = count <= ALL_PAIRS ? allPairs(count, acquaintance) : nearPairs(partner, acquaintance, ofPerson, dice);
  const best = bestPairs(count, edges);
  return { partner: worthOf(best, acquaintance) > worthOf(partner, acquaintance) ? best : partner, bound };
}

/** What each kind of person is worth to the bound: half of what the two sides of the doubled round say. */
function valueOf(kinds: Kinds, { out, into }: Transport): Float64Array {
  return Float64Array.from({ length: kinds.count }, (_, kind) => (real(out, kind) + real(into, kind)) / 2);
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
