import { type Acquaintance, NEVER } from './acquaintance.ts';
import { groupSizes } from './limits.ts';

/** People, by their place, who are introduced to each other. */
export type Group = number[];

/** Worse than anything, and still a number that can be added and taken away. */
const APART = -(2 ** 40);

export const worthWithin = ({ worth }: Acquaintance, one: number, other: number) => Math.max(APART, worth(one, other));

/**
 * What a group is worth: of each person the mean over the others, half of it, as a pair is worth what its two people
 * are worth to each other. So a group of three counts half of its three pairs.
 */
export function worthOfGroup(acquaintance: Acquaintance, group: readonly number[]): number {
  return sumOverPairs(group, (one, other) => worthWithin(acquaintance, one, other)) / (group.length - 1);
}

export function sumOverPairs(group: readonly number[], of: (one: number, other: number) => number): number {
  let sum = 0;
  for (let at = 1; at < group.length; at += 1) {
    for (let before = 0; before < at; before += 1) sum += of(group[at] as number, group[before] as number);
  }
  return sum;
}

export const mayJoin = ({ worth }: Acquaintance, group: readonly number[], person: number) =>
  group.length < groupSizes.most && group.every((member) => worth(member, person) !== NEVER);

/** What all are worth together when `person` joins, less what they are worth without. */
export const gainOfJoining = (acquaintance: Acquaintance, group: readonly number[], person: number) =>
  worthOfGroup(acquaintance, [...group, person]) - worthOfGroup(acquaintance, group);

/** How many people each group gets: as near to `size` as it can be, and never more than eight or less than two. */
export function sizesFor(people: number, size: number): readonly number[] {
  if (people < groupSizes.least) return [];
  const groups = Math.max(1, Math.ceil(people / groupSizes.most), Math.round(people / size));
  // Of seven people in groups of two, three groups: one of them has three.
  const most = Math.min(groups, Math.floor(people / groupSizes.least));
  return Array.from({ length: most }, (_, at) => Math.floor(people / most) + (at < people % most ? 1 : 0));
}
