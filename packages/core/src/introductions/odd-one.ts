import type { Acquaintance } from './acquaintance.ts';
import { allPairs, bestPairs } from './exact-pairs.ts';
import { gainOfJoining, mayJoin } from './group.ts';
import { int, real } from './numbers.ts';

/** So many groups of three are tried, those that miss least first, where the best pairs have no place for the odd one. */
const TRIES = 8;

type Missed = (one: number, other: number) => number;
/** Somebody who joins two others, and what is missed there beyond what those two miss themselves. */
type Joining = { readonly one: number; readonly near: number; readonly far: number; readonly misses: number };

export type OddPairs = {
  /** Each person's partner; of the odd one, for whom there is a place beside one of the pairs, -1. */
  readonly partner: Int32Array;
  /** No way of making pairs with one group of three is worth more. */
  readonly bound: number;
};

/**
 * Pairs an odd number of people, of whom one is to join a pair.
 *
 * A group of three misses what the two of them miss who miss least, and for the third at least what `leastJoining` says.
 * So the best pairs of these people and one more, who stands for a place beside a pair, bound the best plan, and are one
 * where the pair for the odd one is among them. Where it is not, it is made, and everybody else is paired anew.
 */
export function pairsBesideOne(count: number, acquaintance: Acquaintance, value: (person: number) => number): OddPairs {
  const missed: Missed = (one, other) => value(one) + value(other) - acquaintance.worth(one, other);
  const joinings = leastJoining(count, missed);
  const place = (person: number) => value(person) - (joinings[person] as Joining).misses;
  const worth = (one: number, other: number) => {
    if (one === count) return place(other);
    return other === count ? place(one) : acquaintance.worth(one, other);
  };
  const paired = bestPairs(count + 1, allPairs(count + 1, { ...acquaintance, worth }));
  const partner = paired.slice(0, count).map((other) => (other === count ? -1 : other));
  if (paired.includes(-1)) return { partner, bound: Infinity };

  const bound = sumOver(paired, worth);
  let [best, most]: [Int32Array, number] = [partner, worthWithOdd(partner, acquaintance)];
  const pairs = allPairs(count, acquaintance);
  for (const { one, near, far } of joinings.toSorted((a, b) => (a.misses < b.misses ? -1 : 1)).slice(0, TRIES)) {
    if (most >= bound || near < 0) break;
    const three = [one, near, far];
    const plan = bestPairs(
      count,
      pairs.filter(([low, high]) => !three.includes(low) && !three.includes(high)),
    );
    [plan[near], plan[far]] = [far, near];
    const found = worthWithOdd(plan, acquaintance);
    if (found > most) [best, most] = [plan, found];
  }
  return { partner: best, bound };
}

/** Of each person how they can join two others for least. The two are those of the three who miss least together. */
function leastJoining(count: number, missed: Missed): readonly Joining[] {
  const all = Float64Array.from({ length: count * count }, (_, at) => missed(Math.floor(at / count), at % count));
  const between = (one: number, other: number) => real(all, one * count + other);
  return Array.from({ length: count }, (_none, one) => {
    const others = [...Array(count).keys()].filter((other) => other !== one);
    others.sort((a, b) => between(one, a) - between(one, b));
    let least: Joining = { one, near: -1, far: -1, misses: Infinity };
    for (const [at, far] of others.entries()) {
      // Nothing that follows is less than half of what is missed with the farther one.
      if (between(one, far) / 2 >= least.misses) break;
      for (const near of others.slice(0, at)) {
        if (between(near, far) > between(one, near)) continue;
        const misses = (between(one, near) + between(one, far) - between(near, far)) / 2;
        if (misses < least.misses) least = { one, near, far, misses };
      }
    }
    return least;
  });
}

/** What pairs are worth with the odd one beside the best of them; nothing where more than one has no partner. */
function worthWithOdd(partner: Int32Array, acquaintance: Acquaintance): number {
  const odd = partner.indexOf(-1);
  if (partner.lastIndexOf(-1) !== odd) return -Infinity;
  let most = -Infinity;
  for (const [one, other] of partner.entries()) {
    if (other < one || !mayJoin(acquaintance, [one, other], odd)) continue;
    most = Math.max(most, gainOfJoining(acquaintance, [one, other], odd));
  }
  return sumOver(partner, acquaintance.worth) + most;
}

function sumOver(partner: Int32Array, worth: (one: number, other: number) => number): number {
  let sum = 0;
  for (let one = 0; one < partner.length; one += 1) if (int(partner, one) > one) sum += worth(one, int(partner, one));
  return sum;
}
