import { performance } from 'node:perf_hooks';
import { assign, type Option } from '../../../packages/core/src/learning/assignment.ts';
import type { Figure } from '../figures.ts';
import type { World } from '../world.ts';

const PEOPLE = 50_000;
const CANDIDATES = 12;
const AT_MOST_S = 5;
/** Mentors and the room of each: more room than seekers, just enough, and too little. */
const CASES = [
  { name: 'room to spare', seekers: 40_000, mentors: 10_000, room: 6, aim: true },
  { name: 'just enough room', seekers: 40_000, mentors: 10_000, room: 4, aim: false },
  { name: 'too little room', seekers: 40_000, mentors: 10_000, room: 3, aim: false },
] as const;

/** Everybody of 50,000 who looks for a mentor is assigned one at once, exactly; the same puzzle in every run. */
export async function assignMentors({ say }: Pick<World, 'say'>): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, seekers, mentors, room, aim } of CASES) {
    const options = puzzle(seekers, mentors);
    const begun = performance.now();
    const answer = assign(
      options,
      Array.from({ length: mentors }, () => room),
    );
    const seconds = (performance.now() - begun) / 1000;
    const served = answer.reduce((sum, mentor) => sum + Number(mentor >= 0), 0);
    say(`  ${name}: ${served} of ${seekers} in ${seconds.toFixed(2)} s`);
    const what = `${PEOPLE.toLocaleString('en')} people, ${CANDIDATES} candidates each, ${name}`;
    figures.push(
      { what: `${what}: time`, value: seconds, unit: 's', ...(aim ? { atMost: AT_MOST_S } : {}) },
      { what: `${what}: seekers without a mentor`, value: seekers - served, unit: '' },
    );
  }
  return figures;
}

/** Who may be whose mentor, and how good that would be, by Lehmer's generator. */
function puzzle(seekers: number, mentors: number): readonly (readonly Option[])[] {
  let drawn = 42;
  const below = (count: number) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn % count;
  };
  return Array.from({ length: seekers }, () =>
    Array.from({ length: CANDIDATES }, () => ({ giver: below(mentors), worth: 20_000 * below(45) })),
  );
}
