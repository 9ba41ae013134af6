// oxlint-disable-next-line triple-slash-reference -- whoever checks types from another package has no other way to find them
/// <reference path="./edmonds-blossom.d.ts" />
import blossom from 'edmonds-blossom-fixed';
import { type Acquaintance, NEVER, REPEAT } from './acquaintance.ts';
import type { Dice } from './dice.ts';
import { int, real } from './numbers.ts';

/** Up to this many people all pairs are considered. */
export const ALL_PAIRS = 200;
/** Above that, for each person so many others. */
const CONSIDERED = 12;

/** Pairs that a plan is chosen from: one, other, and what they are worth, moved up so far that one pair more counts more. */
export type Edge = readonly [number, number, number];
const edge = (one: number, other: number, worth: number): Edge => [one, other, worth + REPEAT + 1];

/** All pairs of a round that may meet. */
export function allPairs(count: number, { worth }: Acquaintance): readonly Edge[] {
  const edges: Edge[] = [];
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other < one; other += 1) {
      if (worth(one, other) !== NEVER) edges.push(edge(other, one, worth(one, other)));
    }
  }
  return edges;
}

/** So many pairs that miss something are taken beside those. */
const MOST_BESIDE = 20_000;

/**
 * For each person the others with whom they miss least of what the bound counts for both, ties by the dice; the pairs of
 * a plan that is there already, so that the best of these is at least as good; and all pairs that miss something, but at
 * most `most`, where they are few: a plan needs those to bring together people whose kinds do not come out even.
 */
export function nearPairs(
  partner: Int32Array,
  { worth }: Acquaintance,
  value: (person: number) => number,
  { most = 0, dice }: { readonly most?: number; readonly dice: Dice },
): readonly Edge[] {
  const count = partner.length;
  const edges = new Map<number, Edge>();
  const add = (one: number, other: number) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    edges.set(low * count + high, edge(low, high, worth(low, high)));
  };
  const beside: (readonly [number, number])[] = [];
  const best = new Int32Array(CONSIDERED);
  const missed = new Float64Array(CONSIDERED);
  for (let one = 0; one < count; one += 1) {
    if (int(partner, one) >= 0) add(one, int(partner, one));
    missed.fill(Infinity);
    for (let other = 0; other < count; other += 1) {
      const exactly = value(one) + value(other) - worth(one, other);
      if (other < one && exactly > 0 && exactly <= most && beside.length <= MOST_BESIDE) beside.push([one, other]);
      const misses = exactly + dice.below(1024) / 2048;
      if (other === one || misses >= real(missed, CONSIDERED - 1) || misses === Infinity) continue;
      let at = CONSIDERED - 1;
      for (; at > 0 && real(missed, at - 1) > misses; at -= 1) {
        missed[at] = real(missed, at - 1);
        best[at] = int(best, at - 1);
      }
      missed[at] = misses;
      best[at] = other;
    }
    for (const [at, other] of best.entries()) if (real(missed, at) < Infinity) add(one, other);
  }
  if (beside.length <= MOST_BESIDE) for (const [one, other] of beside) add(one, other);
  return [...edges.values()];
}

/** More pairs would take the blossom algorithm minutes. */
const MOST_PAIRS = 250_000;

/**
 * All pairs that miss at most `most` of what the bound counts for both, and those of a plan that is there. No other pair
 * is in a plan that misses less altogether. `undefined` where they are too many.
 */
export function pairsWithin(
  partner: Int32Array,
  { worth }: Acquaintance,
  value: (person: number) => number,
  most: number,
): readonly Edge[] | undefined {
  const edges: Edge[] = [];
  for (let one = 1; one < partner.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const gain = worth(one, other);
      if (value(one) + value(other) - gain <= most || int(partner, one) === other) edges.push(edge(other, one, gain));
    }
    if (edges.length > MOST_PAIRS) return undefined;
  }
  return edges;
}

/**
 * The best of these pairs, exactly: Edmonds' blossom algorithm, in the port of Joris van Rantwijk's program.
 *
 * As many pairs as possible first; among those the ones worth most. Answers each person's partner, or -1. Takes about a
 * second for 2,000 people with 12 others each, and grows with the cube.
 */
export function bestPairs(count: number, edges: readonly Edge[]): Int32Array {
  const partner = new Int32Array(count).fill(-1);
  if (edges.length > 0) partner.set(blossom(edges, true));
  return partner;
}
