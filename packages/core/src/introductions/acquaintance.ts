import type { Affinity } from './affinity.ts';
import type { Planning } from './planning.ts';
import { DAY_MS } from '../kernel/durations.ts';

/**
 * What it is worth to introduce two people, as the matcher adds it up.
 *
 * - Two who have not met: their points (affinity.ts).
 * - Two who have: the points, and two more for each day since, less `REPEAT`. So nobody meets the same person again
 *   while that can be helped, and then it is whom they met longest ago.
 * - Two who are kept apart: `NEVER`.
 */
export type Acquaintance = {
  readonly worth: (one: number, other: number) => number;
  readonly points: (one: number, other: number) => number;
  readonly haveMet: (one: number, other: number) => boolean;
  readonly apart: (one: number, other: number) => boolean;
};

export const NEVER = -Infinity;
const POINTS_FOR_A_DAY = 2;
const DAYS_THAT_COUNT = 3650;
/** More than everything else that a whole round of 2,000 people can gain or lose, so that it decides first. */
export const REPEAT = 2 ** 24;

/** The people of a round as the matcher knows them: by their place in the list. */
export function acquaintanceOf(
  { candidates, past, apart, at }: Pick<Planning, 'candidates' | 'past' | 'apart' | 'at'>,
  { points }: Affinity,
): Acquaintance {
  const count = candidates.length;
  const places = new Map(candidates.map(({ id }, place) => [id, place]));
  const keyOf = (one: number, other: number) => (one < other ? one * count + other : other * count + one);
  const placed = (one: (typeof candidates)[number]['id'], other: typeof one): number | undefined => {
    const [a, b] = [places.get(one), places.get(other)];
    return a === undefined || b === undefined ? undefined : keyOf(a, b);
  };

  const met = new Map<number, number>();
  for (const { people, at: when } of past) {
    const key = placed(...people);
    if (key !== undefined) met.set(key, Math.max(met.get(key) ?? -Infinity, when.getTime()));
  }
  const kept = new Set<number>();
  for (const pair of apart) {
    const key = placed(...pair);
    if (key !== undefined) kept.add(key);
  }

  return {
    points,
    worth(one, other) {
      const key = keyOf(one, other);
      if (kept.has(key)) return NEVER;
      const when = met.get(key);
      if (when === undefined) return points(one, other);
      const days = Math.min(DAYS_THAT_COUNT, Math.max(0, Math.floor((at.getTime() - when) / DAY_MS)));
      return points(one, other) + days * POINTS_FOR_A_DAY - REPEAT;
    },
    haveMet: (one, other) => met.has(keyOf(one, other)),
    apart: (one, other) => kept.has(keyOf(one, other)),
  };
}
