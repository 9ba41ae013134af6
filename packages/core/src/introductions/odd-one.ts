import { perfectPairs } from './blossoms.ts';
import { int, real } from './numbers.ts';
import type { Prices } from './prices.ts';
import { boundOfThree, type BoundOfThree, type Three } from './three-bounds.ts';
import type { Missed, Ways } from './ways.ts';

/** So many groups of three are tried, and so many looked at: what is left open then, is said. */
const TRIES = 400;
const LOOKS = 600_000_000;
/** To ask what is known of three people takes as long as so many looks. */
const ASKING = 10;
/** What threes may miss more than the most promising one, to be tried at once. */
const AT_ONCE = 4;

export type OddPairs = {
  /** Each person's partner; of the odd one, for whom there is a place beside one of the pairs, -1. */
  readonly partner: Int32Array | undefined;
  /** What every plan misses at least. */
  readonly least: number;
};

/**
 * Pairs an odd number of people, of whom one is to join a pair, if less than `most` can be missed: exactly, with proof.
 *
 * A group of three misses half of what its three pairs miss. For each three the best plan of the others is found by the
 * blossom algorithm, and what it misses; that would be millions of threes, but the prices that prove it for one of them
 * say much about all others (three-bounds.ts). Prices of the whole round, of which one person stays over, come first: they
 * know where people are too many. Threes come in the order of what is known about them, until nothing less than the best
 * plan is left.
 */
export function pairsBesideOne(
  ways: Ways,
  start: Int32Array,
  missed: Missed,
  { least: known, most }: { readonly least: number; readonly most: number },
): OddPairs {
  const bounds: BoundOfThree[] = [];
  const note = (prices: Prices) => bounds.unshift(boundOfThree(prices));
  note(perfectPairs(ways, start, { most, noting: note }).prices);

  let [best, partner]: [number, Int32Array | undefined] = [most, undefined];
  const looks = { left: LOOKS };
  let [tries, least, level] = [TRIES, known, known];
  while (least < best) {
    let next = best;
    for (const { people, misses } of threesWithin(ways, missed, () => best, looks)) {
      const bound = boundFor(people, misses, next);
      if (bound > level) {
        next = Math.min(next, bound);
        continue;
      }
      if (tries === 0) return { partner, least };
      tries -= 1;
      tryThree({ people, misses });
      if (best <= least) break;
    }
    if (looks.left < 0) return { partner, least };
    least = Math.min(next, best);
    // The most promising first, and not too few at once.
    level = least + Math.min(AT_ONCE, (best - least) / 2);
  }
  return { partner, least: best };

  /** What is known of three people, or something from `enough` on. Plans miss whole points or halves. */
  function boundFor([one, other, third]: Three['people'], misses: number, enough: number): number {
    let bound = misses;
    for (const boundOf of bounds) {
      if (bound >= enough) break;
      looks.left -= ASKING;
      bound = Math.max(bound, boundOf(one, other, third, misses));
    }
    return Math.ceil(bound * 2) / 2;
  }

  function tryThree({ people, misses }: Three): void {
    const begin = start.slice();
    for (const person of people) if (int(begin, person) >= 0) begin[int(begin, person)] = -1;
    for (const person of people) begin[person] = person;
    const { partner: found, prices } = perfectPairs(ways, begin, { most: best - misses });
    for (const person of people) prices.people[person] = priceBeside(ways, person, prices.people);
    note(prices);
    if (!found) return;
    const [one, near, far] = people;
    [found[one], found[near], found[far]] = [-1, far, near];
    [best, partner] = [misses + missedWithout(people, found, missed), found];
  }
}

/** The most that somebody who took no part may be said to miss, so that no pair misses less than is said of the two. */
function priceBeside({ from, to, misses }: Ways, person: number, prices: Float64Array): number {
  let price = Infinity;
  for (let way = int(from, person); way < int(from, person + 1); way += 1) {
    price = Math.min(price, real(misses, way) - real(prices, int(to, way)));
  }
  // Who has no way at all, or none but to others who took no part.
  return price === Infinity ? 0 : price;
}

const missedWithout = (three: readonly number[], partner: Int32Array, missed: Missed) =>
  partner.reduce((sum, other, one) => (other > one && !three.includes(one) ? sum + missed(one, other) : sum), 0);

/**
 * All groups of three that miss less than `most` says when it comes to them. Two of their three pairs are ways, as each
 * pair counts half; where all three are, whoever comes last in the order has them. Ends early where `looks` are used up.
 */
function* threesWithin(
  { from, to, misses }: Ways,
  missed: Missed,
  most: () => number,
  looks: { left: number },
): Generator<Three> {
  const within = most();
  for (let one = 0; one + 1 < from.length; one += 1) {
    const [begin, end] = [int(from, one), int(from, one + 1)];
    for (let first = begin; first < end; first += 1) {
      const other = int(to, first);
      looks.left -= first - begin;
      if (looks.left < 0) return;
      for (let second = begin; second < first; second += 1) {
        const third = int(to, second);
        const between = missed(other, third);
        const together = (real(misses, first) + real(misses, second) + between) / 2;
        if (together < most() && (other < one || between >= within)) {
          yield { people: [one, other, third], misses: together };
        }
      }
    }
  }
}
