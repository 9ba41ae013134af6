/** One way of introducing so many people, in a process of its own: `introducing.ts <way> <people>`. */
import { performance } from 'node:perf_hooks';
import type { PersonId } from '@copse/core';
import { acquaintanceOf } from '../../packages/core/src/introductions/acquaintance.ts';
import { affinityOf } from '../../packages/core/src/introductions/affinity.ts';
import { type Dice, diceFrom, shuffled } from '../../packages/core/src/introductions/dice.ts';
import { allPairs, bestPairs } from '../../packages/core/src/introductions/exact-pairs.ts';
import { planRound } from '../../packages/core/src/introductions/plan.ts';
import type { Candidate, Planning } from '../../packages/core/src/introductions/planning.ts';

export const ways = ['random', 'greedy', 'ours', 'exact'] as const;
export type Way = (typeof ways)[number];
export type Measured = {
  readonly points: number;
  readonly repeats: number;
  readonly share?: number;
  readonly ms: number;
  readonly mb: number;
};

const AT = new Date('2026-03-02T08:00:00Z');
const PAST_ROUNDS = 12;
/** Others among whom greedy takes the best one for each person, where all would be too many. */
const GREEDY_LOOKS = 200;
const ZONES =
  'Europe/Berlin Europe/London America/New_York Asia/Kolkata America/Los_Angeles Europe/Stockholm America/Sao_Paulo Asia/Tokyo Australia/Sydney Africa/Nairobi Asia/Singapore Asia/Kathmandu'.split(
    ' ',
  );
const HOURS = [
  { from: '09:00', to: '17:00' },
  { from: '08:00', to: '16:00' },
  { from: '10:00', to: '18:30' },
  { from: '07:00', to: '13:00' },
] as const;

const [way, people] = process.argv.slice(2) as [Way, string];
const planning = aRound(Number(people));
const begun = performance.now();
const found = plan(planning, way);
const ms = performance.now() - begun;
const mb = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ ...judge(planning, found.groups), ...('share' in found ? { share: found.share } : {}), ms, mb }),
);

function plan(
  planning: Planning,
  way: Way,
): { readonly groups: readonly (readonly PersonId[])[]; readonly share?: number } {
  if (way === 'ours') {
    const { groups, quality } = planRound(planning);
    return { groups, ...(quality.share === undefined ? {} : { share: quality.share }) };
  }
  const ids = planning.candidates.map(({ id }) => id);
  const count = ids.length;
  const dice = diceFrom('bench');
  if (way === 'random') {
    const order = shuffled(ids, dice);
    return { groups: Array.from({ length: count / 2 }, (_, at) => order.slice(2 * at, 2 * at + 2)) };
  }
  const acquaintance = acquaintanceOf(planning, affinityOf(planning.candidates, planning.at));
  const partner =
    way === 'exact' ? bestPairs(count, allPairs(count, acquaintance)) : greedy(count, acquaintance.worth, dice);
  return { groups: [...partner].flatMap((other, one) => (other > one ? [[ids[one], ids[other]] as PersonId[]] : [])) };
}

/** Everybody in turn takes the best who is still free: what a careful person would do by hand. */
function greedy(count: number, worth: (one: number, other: number) => number, dice: Dice): Int32Array {
  const partner = new Int32Array(count).fill(-1);
  const order = shuffled([...partner.keys()], dice);
  let free = [...order];
  for (const one of order) {
    if (partner[one] !== -1) continue;
    if (free.length > 1000) free = dice.below(50) === 0 ? free.filter((other) => partner[other] === -1) : free;
    else free = free.filter((other) => partner[other] === -1);
    let [best, most] = [-1, -Infinity];
    const looks = free.length > 2000 ? GREEDY_LOOKS : free.length;
    for (let look = 0; look < looks; look += 1) {
      const other = free[looks === free.length ? look : dice.below(free.length)] as number;
      if (other === one || partner[other] !== -1) continue;
      const value = worth(one, other);
      if (value > most) [best, most] = [other, value];
    }
    if (best < 0) continue;
    partner[one] = best;
    partner[best] = one;
  }
  return partner;
}

/** All ways are judged by the same measure, whatever they say themselves. */
function judge(planning: Planning, groups: readonly (readonly PersonId[])[]) {
  const { points, haveMet } = acquaintanceOf(planning, affinityOf(planning.candidates, planning.at));
  const places = new Map(planning.candidates.map(({ id }, place) => [id, place]));
  let [sum, repeats] = [0, 0];
  for (const group of groups) {
    const [one, other] = group.map((id) => places.get(id) as number) as [number, number];
    sum += points(one, other);
    repeats += Number(haveMet(one, other));
  }
  return { points: sum, repeats };
}

/** People all over the world, in teams of about twelve, who have met in twelve rounds. */
function aRound(count: number): Planning {
  const dice = diceFrom(`people ${count}`);
  const idOf = (number: number) => `person ${number}` as PersonId;
  const candidates = Array.from({ length: count }, (_, number): Candidate => ({
    id: idOf(number),
    team: dice.below(10) < 8 ? `team ${dice.below(Math.ceil(count / 12))}` : undefined,
    affiliation: ['north', 'north', 'north', 'south', 'west', undefined][dice.below(6)],
    newcomer: dice.below(6) === 0,
    schedule: {
      timeZone: ZONES[Math.min(dice.below(12), dice.below(12))] as string,
      workingHours: {
        days: dice.below(8) > 0 ? [1, 2, 3, 4, 5] : [1, 2, 3],
        ...(HOURS[dice.below(4)] as (typeof HOURS)[number]),
      },
    },
  }));
  const past = Array.from({ length: PAST_ROUNDS }, (_, round) => {
    const order = shuffled([...candidates.keys()], dice);
    const when = new Date(AT.getTime() - (round + 1) * 30 * 86_400_000);
    return Array.from({ length: count / 2 }, (_, at) => ({
      people: [idOf(order[2 * at] as number), idOf(order[2 * at + 1] as number)] as const,
      at: when,
    }));
  }).flat();
  return { candidates, past, apart: [], size: 2, seed: 'bench', at: AT };
}
