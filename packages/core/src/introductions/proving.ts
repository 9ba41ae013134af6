import { perfectPairs } from './blossoms.ts';
import { pairsBesideOne } from './odd-one.ts';
import { leastMissed } from './parity.ts';
import { type Missed, type Ways, waysWithin } from './ways.ts';

/** A plan, and what every plan misses at least: the two are the same where it is proven to be the best. */
export type Proven = { readonly partner: Int32Array; readonly least: number };

/** The best plans miss little, so plans are looked for first that miss at most so much more than what they have to. */
const STEPS = [8, 64, 512];
/** More than all repeats of a round together. */
const ANYTHING = 2 ** 40;

/** The best pairs of an even number of people, proven, from a plan that may be the best already. */
export function provenPairs(near: Int32Array, missed: Missed): Proven {
  return prove(near, missed, near.includes(-1) ? Infinity : sumOf(near, missed), (ways, start, _least, most) => {
    const { partner } = perfectPairs(ways, start, { most });
    return { partner, least: partner ? sumOf(partner, missed) : most };
  });
}

/** The best plan of an odd number of people, proven, of whom the one without a partner joins a pair. */
export function provenBesideOne(near: Int32Array, missed: Missed): Proven {
  return prove(near, missed, missedWithOdd(near, missed), (ways, start, least, most) =>
    pairsBesideOne(ways, start, missed, { least, most }),
  );
}

type Search = (
  ways: Ways,
  start: Int32Array,
  least: number,
  most: number,
) => { readonly partner: Int32Array | undefined; readonly least: number };

/** Looks for plans that miss less than `near`, which misses `misses`, among those that miss little first. */
function prove(near: Int32Array, missed: Missed, misses: number, search: Search): Proven {
  // A plan misses whole points or halves.
  const parts = Math.ceil(leastMissed(near.length, missed) * 2) / 2;
  // There is no plan, so there is nothing to be said about one.
  if (parts === Infinity) return { partner: near, least: 0 };
  const start = near.map((other, one) => (other >= 0 && missed(one, other) === 0 ? other : -1));
  let least = parts;
  for (const step of [...STEPS, ANYTHING]) {
    if (misses <= least) break;
    const most = Math.min(misses, parts + step);
    const found = search(waysWithin(near.length, missed, most), start, least, most);
    if (found.partner || found.least < most) return { partner: found.partner ?? near, least: found.least };
    least = most;
  }
  return { partner: near, least: least >= ANYTHING ? parts : Math.min(least, misses) };
}

/** What a plan misses with the odd one beside the pair that is best for them; without end where more than one has no partner. */
function missedWithOdd(partner: Int32Array, missed: Missed): number {
  const odd = partner.indexOf(-1);
  if (partner.lastIndexOf(-1) !== odd) return Infinity;
  let least = Infinity;
  for (const [one, other] of partner.entries()) {
    if (other > one) least = Math.min(least, (missed(odd, one) + missed(odd, other) - missed(one, other)) / 2);
  }
  return sumOf(partner, missed) + least;
}

const sumOf = (partner: Int32Array, missed: Missed) =>
  partner.reduce((sum, other, one) => (other > one ? sum + missed(one, other) : sum), 0);
