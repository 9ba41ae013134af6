import { describe, expect, it } from 'vitest';
import { planRound } from '../introductions/plan.ts';
import type { Planning } from '../introductions/planning.ts';
import { makePlan } from './make-plan.ts';

/** A round of so many people, every third of whom is new. */
const aRound = (people: number): Planning => ({
  candidates: Array.from({ length: people }, (_, number) => ({
    id: `person-${number}` as never,
    team: `team ${number % 7}`,
    affiliation: undefined,
    schedule: { timeZone: 'Europe/Stockholm', workingHours: { days: [1, 2, 3], from: '09:00', to: '17:00' } },
    newcomer: number % 3 === 0,
  })),
  past: [{ people: ['person-1' as never, 'person-2' as never], at: new Date('2026-01-05T08:00:00Z') }],
  apart: [],
  size: 2,
  seed: 'a seed',
  at: new Date('2026-03-02T08:00:00Z'),
});

describe('a plan', () => {
  it('is the same whether it is made at once or in a thread, where others go on meanwhile', async () => {
    const planning = aRound(300);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const plan = await makePlan(planning);
    clearInterval(timer);
    expect(plan).toEqual(planRound(planning));
    expect(turns).toBeGreaterThan(3);
    expect(await makePlan(aRound(10))).toEqual(planRound(aRound(10)));
  });

  it('that cannot be made in the thread says so', async () => {
    const broken = { ...aRound(300), past: [{ people: undefined as never, at: new Date() }] };
    await expect(makePlan(broken)).rejects.toThrow(TypeError);
  });
});
