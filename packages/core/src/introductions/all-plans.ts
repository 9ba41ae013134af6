import { type Acquaintance, NEVER } from './acquaintance.ts';
import type { Group } from './group.ts';
import { real } from './numbers.ts';

/** Up to this many people all plans are compared, which takes some hundredths of a second. */
export const ALL_PLANS = 17;

/**
 * The best of all plans for `count` people, an odd number of three or more: pairs, and one group of three. `undefined`
 * where people who are kept apart leave none.
 *
 * What the best pairs of some people are worth follows from what those of fewer are worth, so each set of people is
 * looked at once (Held and Karp); then each three are tried beside the best pairs of all others.
 */
export function bestWithThree(count: number, { worth }: Acquaintance): Group[] | undefined {
  // People are the bits of a number.
  const all = 2 ** count - 1;
  const bit = (person: number) => 1 << person;
  const gains = Float64Array.from({ length: count * count }, (_, at) => worth(Math.floor(at / count), at % count));
  const gain = (one: number, other: number) => real(gains, one * count + other);
  const best = new Float64Array(all + 1).fill(NEVER);
  best[0] = 0;
  for (let people = 1; people <= all; people += 1) {
    const [one, others] = [last(people), people ^ bit(last(people))];
    let most = NEVER;
    for (let left = others; left > 0; left ^= bit(last(left))) {
      const other = last(left);
      most = Math.max(most, real(best, others ^ bit(other)) + gain(one, other));
    }
    best[people] = most;
  }

  let [most, three] = [NEVER, [] as Group];
  for (let one = 2; one < count; one += 1) {
    for (let other = 1; other < one; other += 1) {
      for (let third = 0; third < other; third += 1) {
        const together = (gain(one, other) + gain(one, third) + gain(other, third)) / 2;
        const value = together + real(best, all ^ bit(one) ^ bit(other) ^ bit(third));
        if (value > most) [most, three] = [value, [one, other, third]];
      }
    }
  }
  if (most === NEVER) return undefined;

  const groups = [three];
  for (let people = three.reduce((left, person) => left ^ bit(person), all); people > 0;) {
    const [one, others] = [last(people), people ^ bit(last(people))];
    let other = last(others);
    for (let left = others; left > 0; left ^= bit(last(left))) {
      if (real(best, others ^ bit(last(left))) + gain(one, last(left)) === real(best, people)) other = last(left);
    }
    groups.push([one, other]);
    people = others ^ bit(other);
  }
  return groups;
}

/** The last person of a set. */
const last = (people: number) => 31 - Math.clz32(people);
