/** One way of introducing so many people, in a process of its own: `introducing.ts <way> <people> <size of groups>`. */
import { performance } from 'node:perf_hooks';
import type { PersonId } from '@copse/core';
import { type Acquaintance, acquaintanceOf } from '../../packages/core/src/introductions/acquaintance.ts';
import { affinityOf } from '../../packages/core/src/introductions/affinity.ts';
import { type Dice, diceFrom, shuffled } from '../../packages/core/src/introductions/dice.ts';
import { allPairs, bestPairs } from '../../packages/core/src/introductions/exact-pairs.ts';
import { sizesFor, sumOverPairs } from '../../packages/core/src/introductions/group.ts';
import { planRound } from '../../packages/core/src/introductions/plan.ts';
import type { Candidate, Planning } from '../../packages/core/src/introductions/planning.ts';

export const ways = ['random', 'greedy', 'ours', 'exact'] as const;
export type Way = (typeof ways)[number];
export type Measured = {
  readonly points: number;
  readonly repeats: number;
  readonly share?: number;
  readonly ms: number;
  /** Of processor time; more than `ms` where threads work beside each other, less where others had the processor. */
  readonly processorMs: number;
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

const [way, people, size] = process.argv.slice(2) as [Way, string, string];
const planning = aRound(Number(people), Number(size));
const [begun, cpu] = [performance.now(), process.cpuUsage()];
const found = plan(planning, way);
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const processorMs = (user + system) / 1000;
const mb = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({
    ...judge(planning, found.groups),
    ...('share' in found ? { share: found.share } : {}),
    ms,
    processorMs,
    mb,
  }),
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
  const sizes = sizesFor(count, planning.size);
  const acquaintance = acquaintanceOf(planning, affinityOf(planning.candidates, planning.at));
  if (way === 'exact') {
    const partner = bestPairs(count, allPairs(count, acquaintance));
    return {
      groups: [...partner].flatMap((other, one) => (other > one ? [[ids[one], ids[other]] as PersonId[]] : [])),
    };
  }
  const groups = way === 'random' ? dealt(shuffled([...ids.keys()], dice), sizes) : greedy(sizes, acquaintance, dice);
  return { groups: groups.map((group) => group.map((place) => ids[place] as PersonId)) };
}

function dealt(order: readonly number[], sizes: readonly number[]): readonly (readonly number[])[] {
  const left = [...order];
  return sizes.map((size) => left.splice(0, size));
}

/** Everybody in turn takes those who are best for the group so far and still free: what a careful person would do by hand. */
function greedy(sizes: readonly number[], { worth }: Acquaintance, dice: Dice): readonly (readonly number[])[] {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const order = shuffled([...Array(count).keys()], dice);
  const taken = new Uint8Array(count);
  let free = [...order];
  let next = 0;
  const takeBest = (group: readonly number[]): number => {
    const looks = free.length > 2000 ? GREEDY_LOOKS : free.length;
    let [best, most] = [-1, -Infinity];
    for (let look = 0; look < looks; look += 1) {
      const other = free[looks === free.length ? look : dice.below(free.length)] as number;
      if (taken[other] === 1) continue;
      const value = group.reduce((sum, one) => sum + worth(one, other), 0);
      if (value > most) [best, most] = [other, value];
    }
    // Of very many, all whom the dice said were taken: whoever comes next.
    return best >= 0 ? best : (order.find((one) => taken[one] !== 1) as number);
  };
  return sizes.map((size) => {
    while (taken[order[next] as number] === 1) next += 1;
    const group: number[] = [];
    for (let place = 0; place < size; place += 1) {
      const one = place === 0 ? (order[next] as number) : takeBest(group);
      taken[one] = 1;
      group.push(one);
    }
    if (free.length <= 2000 || dice.below(50) === 0) free = free.filter((one) => taken[one] !== 1);
    return group;
  });
}

/** All ways are judged by the same measure, whatever they say themselves. */
function judge(planning: Planning, groups: readonly (readonly PersonId[])[]) {
  const { points, haveMet } = acquaintanceOf(planning, affinityOf(planning.candidates, planning.at));
  const places = new Map(planning.candidates.map(({ id }, place) => [id, place]));
  let [sum, repeats] = [0, 0];
  for (const group of groups) {
    const all = group.map((id) => places.get(id) as number);
    sum += sumOverPairs(all, points) / (all.length - 1);
    repeats += sumOverPairs(all, (one, other) => Number(haveMet(one, other)));
  }
  return { points: Math.round(sum), repeats };
}

/** People all over the world, in teams of about twelve, who have met in twelve rounds. */
function aRound(count: number, size: number): Planning {
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
    return Array.from({ length: Math.floor(count / 2) }, (_, at) => ({
      people: [idOf(order[2 * at] as number), idOf(order[2 * at + 1] as number)] as const,
      at: when,
    }));
  }).flat();
  return { candidates, past, apart: [], size, seed: 'bench', at: AT };
}
