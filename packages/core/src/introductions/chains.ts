import { int, real } from './numbers.ts';

/** People from whom a chain is followed on, altogether: a plan that needs more of them is better left to the blossoms. */
const FOLLOWED = 10_000;

type Missed = (one: number, other: number) => number;

/**
 * Pairs anew whoever misses something in a plan of pairs: two of them find each other over a chain of others who change
 * partners, first where nothing is missed on the way, then where least is. Answers another plan, which may be no better.
 *
 * Exchanges between two pairs (mending.ts) come to an end where a chain of several is needed. A chain that would go
 * through the same pair twice is left out, so this finds the best plan often and not always.
 */
export function mendByChains(plan: Int32Array, missed: Missed): Int32Array {
  const partner = plan.slice();
  const budget = { left: FOLLOWED };
  for (const [one, other] of plan.entries()) if (other > one && missed(one, other) > 0) part(partner, one, other);
  for (const most of [0, Infinity]) {
    for (let one = 0; one < partner.length; one += 1) {
      if (int(partner, one) < 0) follow(partner, chainFrom(one, partner, { missed, most, budget }));
    }
  }
  return partner;
}

const part = (partner: Int32Array, one: number, other: number) =>
  partner.fill(-1, one, one + 1).fill(-1, other, other + 1);

/** Those who are paired anew along a chain: first with second, third with fourth. */
type Chain = readonly number[];

function follow(partner: Int32Array, chain: Chain): void {
  for (let at = 0; at < chain.length; at += 2) {
    const [one, other] = [chain[at] as number, chain[at + 1] as number];
    partner[one] = other;
    partner[other] = one;
  }
}

type Search = { readonly missed: Missed; readonly most: number; readonly budget: { left: number } };

/** The chain from somebody without a partner to another one on which least is missed (Dijkstra), if that is at most `most`. */
function chainFrom(start: number, partner: Int32Array, { missed, most, budget }: Search): Chain {
  const count = partner.length;
  const distance = new Float64Array(count).fill(Infinity);
  const cameFrom = new Int32Array(count).fill(-1);
  const settled = new Uint8Array(count);
  let current = start;
  let gone = 0;
  settled[start] = 1;
  for (; budget.left > 0; budget.left -= 1) {
    // Whoever loses their partner looks for another one.
    const looking = current === start ? start : int(partner, current);
    for (let other = 0; other < count; other += 1) {
      if (settled[other] === 1 || other === looking) continue;
      const way = gone + missed(looking, other);
      if (way >= real(distance, other)) continue;
      distance[other] = way;
      cameFrom[other] = current;
    }
    let next = -1;
    let least = Infinity;
    for (let other = 0; other < count; other += 1) {
      if (settled[other] === 0 && real(distance, other) < least) [next, least] = [other, real(distance, other)];
    }
    if (next < 0 || least > most) return [];
    if (int(partner, next) < 0) {
      const chain = chainTo(next, start, cameFrom, partner);
      if (chain.length === new Set(chain).size) return chain;
    }
    settled[next] = 1;
    // The end of a chain that is none leads nowhere.
    if (int(partner, next) < 0) return [];
    [current, gone] = [next, least];
  }
  return [];
}

function chainTo(end: number, start: number, cameFrom: Int32Array, partner: Int32Array): Chain {
  const chain: number[] = [];
  for (let other = end; ; other = int(cameFrom, other)) {
    const from = int(cameFrom, other);
    chain.push(other, from === start ? start : int(partner, from));
    if (from === start) return chain;
  }
}
