import { performance } from 'node:perf_hooks';
import { assign, type Option } from '../../../packages/core/src/learning/assignment.ts';
import type { Figure } from '../figures.ts';
import type { World } from '../world.ts';

const SEEKERS = 50_000;
const MENTORS = 12_500;
const CANDIDATES = 12;
const AT_MOST_S = 5;
/** Room of each mentor: more than seekers need, just enough, too little. */
const CASES = [
  { name: 'room to spare', room: 6 },
  { name: 'just enough room', room: 4 },
  { name: 'too little room', room: 3 },
] as const;
/** How finely worth is told apart: as topics and hours add up (fit.ts), and all different, which is harder. */
const WORTHS = [
  { name: 'worth as we count it', levels: 190, step: 4000 },
  { name: 'worth hardly ever the same', levels: 740_000, step: 1 },
] as const;

/** 50,000 people who look for a mentor are assigned one at once, exactly; the same puzzles in every run. */
export async function assignMentors({ say }: Pick<World, 'say'>): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const worth of WORTHS) {
    for (const { name, room } of CASES) {
      const options = puzzle(worth);
      const rooms = Array.from({ length: MENTORS }, () => room);
      const [begun, cpu] = [performance.now(), process.cpuUsage()];
      const answer = assign(options, rooms);
      const seconds = (performance.now() - begun) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const processor = (user + system) / 1e6;
      const served = answer.reduce((sum, mentor) => sum + Number(mentor >= 0), 0);
      const what = `50,000 people, ${CANDIDATES} candidates each, ${name}, ${worth.name}`;
      say(`  ${what}: ${served} served, ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of the processor`);
      figures.push(
        { what: `${what}: time`, value: seconds, unit: 's', atMost: AT_MOST_S },
        { what: `${what}: processor`, value: processor, unit: 's' },
        { what: `${what}: without a mentor though there was room`, value: missing(served, room), unit: '', atMost: 0 },
      );
    }
  }
  return figures;
}

const missing = (served: number, room: number) => Math.min(SEEKERS, MENTORS * room) - served;

/** Who may be whose mentor, and how good that would be, by Lehmer's generator. */
function puzzle({ levels, step }: { levels: number; step: number }): readonly (readonly Option[])[] {
  let drawn = 42;
  const below = (count: number) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % count;
  };
  return Array.from({ length: SEEKERS }, () =>
    Array.from({ length: CANDIDATES }, () => ({ giver: below(MENTORS), worth: step * below(levels) })),
  );
}
