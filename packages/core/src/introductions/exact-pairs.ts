// oxlint-disable-next-line triple-slash-reference -- whoever checks types from another package has no other way to find them
/// <reference path="./edmonds-blossom.d.ts" />
import blossom from 'edmonds-blossom-fixed';
import { type Acquaintance, NEVER, REPEAT } from './acquaintance.ts';

/** Up to this many people all pairs are considered. */
export const ALL_PAIRS = 200;

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

/**
 * The best of these pairs, exactly: Edmonds' blossom algorithm, in the port of Joris van Rantwijk's program.
 *
 * As many pairs as possible first; among those the ones worth most. Answers each person's partner, or -1. Takes a
 * tenth of a second for 200 people, and grows with the cube: for more, proving.ts begins with a plan that is nearly right.
 */
export function bestPairs(count: number, edges: readonly Edge[]): Int32Array {
  const partner = new Int32Array(count).fill(-1);
  if (edges.length > 0) partner.set(blossom(edges, true));
  return partner;
}
