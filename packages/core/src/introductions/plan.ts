import { acquaintanceOf, type Acquaintance } from './acquaintance.ts';
import { affinityOf } from './affinity.ts';
import { boundOfGroups, solveKinds } from './bounding.ts';
import { ALL_PLANS, bestWithThree } from './all-plans.ts';
import { type Dice, diceFrom, shuffled } from './dice.ts';
import { type Group, sizesFor, sumOverPairs, worthOfGroup } from './group.ts';
import { kindsOf } from './kinds.ts';
import { matchGroups } from './match-groups.ts';
import { matchPairs } from './match-pairs.ts';
import { int } from './numbers.ts';
import type { Plan, Planning } from './planning.ts';
import { chooseOddOne, seat } from './seating.ts';

/**
 * Plans a round of introductions.
 *
 * Everybody is in exactly one group, never with somebody they are kept apart from; nobody meets anybody again while that
 * can be helped; and what all gain together is as much as possible (affinity.ts, docs/decisions/0011). The same
 * input in any order makes the same plan. Only somebody whom nobody may be introduced to is left.
 *
 * Takes seconds for thousands of people: where something else waits, run it in a thread of its own.
 */
export function planRound(planning: Planning): Plan {
  const dice = diceFrom(planning.seed);
  const inOrder = planning.candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const candidates = shuffled(inOrder, dice);
  const affinity = affinityOf(candidates, planning.at);
  const acquaintance = acquaintanceOf({ ...planning, candidates }, affinity);

  const { groups, single, bound } =
    planning.size === 2
      ? pairs(candidates.length, affinity, acquaintance, dice)
      : larger(planning, affinity, acquaintance, dice);
  const left = seat(groups, single, acquaintance, dice);

  const idOf = (place: number) => candidates[place]?.id as (typeof candidates)[number]['id'];
  const repeats = count(groups, acquaintance.haveMet);
  return {
    groups: groups.map((group) => group.map(idOf).sort()).sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    left: left.map(idOf).sort(),
    repeats,
    quality: qualityOf(groups, acquaintance, { bound: left.length > 0 ? undefined : bound(groups), repeats }),
  };
}

type Parts = Parameters<typeof matchPairs>;

function pairs(people: number, affinity: Parts[0], acquaintance: Acquaintance, dice: Dice) {
  if (people < 2) return { groups: [], single: [...Array(people).keys()], bound: () => 0 };
  const best = people % 2 === 1 && people <= ALL_PLANS ? bestWithThree(people, acquaintance) : undefined;
  if (best) return { groups: best, single: [], bound: (groups: readonly Group[]) => worthOf(groups, acquaintance) };
  const { partner, bound } = matchPairs(affinity, acquaintance, people, dice);
  const groups: Group[] = [];
  const single: number[] = [];
  for (let one = 0; one < people; one += 1) {
    const other = int(partner, one);
    if (other < 0) single.push(one);
    else if (other > one) groups.push([one, other]);
  }
  if (single.length === 1 && groups.length > 0) {
    single.push(chooseOddOne(groups, single.pop() as number, acquaintance, dice));
  }
  // Pairs are bounded; where people kept apart make other groups necessary, nothing is promised.
  const isBounded = single.length <= people % 2;
  return { groups, single, bound: () => (isBounded ? bound : undefined) };
}

function larger({ candidates, size }: Planning, affinity: Parts[0], acquaintance: Acquaintance, dice: Dice) {
  const least = Math.min(...sizesFor(candidates.length, size));
  const bound = (groups: readonly Group[]) => {
    // There is no other plan.
    if (groups.length <= 1) return worthOf(groups, acquaintance);
    // The bound is about groups of that size; where people kept apart make smaller ones necessary, nothing is promised.
    if (groups.some(({ length }) => length < least)) return undefined;
    return boundOfGroups(acquaintance, solveKinds(kindsOf(affinity.traits)).values, least);
  };
  return { ...matchGroups(candidates.length, size, acquaintance, dice), bound };
}

/** Points of the whole plan, and how near the best one that is. */
function qualityOf(
  groups: readonly Group[],
  acquaintance: Acquaintance,
  { bound, repeats }: { readonly bound: number | undefined; readonly repeats: number },
): Plan['quality'] {
  let points = 0;
  for (const group of groups) points += sumOverPairs(group, acquaintance.points) / (group.length - 1);
  const missed = bound === undefined ? Infinity : Math.max(0, bound - worthOf(groups, acquaintance));
  // The bound of a large round knows nothing of who has met whom, so it says little where some meet again.
  const share = points > 0 ? points / (points + missed) : 1;
  return { points, share: missed === Infinity || (repeats > 0 && missed > 0) ? undefined : share };
}

const worthOf = (groups: readonly Group[], acquaintance: Acquaintance) =>
  groups.reduce((sum, group) => sum + worthOfGroup(acquaintance, group), 0);

function count(groups: readonly Group[], is: (one: number, other: number) => boolean): number {
  return groups.reduce((sum, group) => sum + sumOverPairs(group, (one, other) => Number(is(one, other))), 0);
}
