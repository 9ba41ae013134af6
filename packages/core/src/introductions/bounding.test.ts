import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingHours } from '../identity/profile.ts';
import { aCandidate, aCrowd, at, idOf, plannings } from '../testing/rounds-to-plan.ts';
import { type Acquaintance, acquaintanceOf } from './acquaintance.ts';
import { affinityOf } from './affinity.ts';
import { ALL_PLANS, bestWithThree } from './all-plans.ts';
import { boundOfGroups, solveKinds } from './bounding.ts';
import { diceFrom } from './dice.ts';
import { allPairs, bestPairs } from './exact-pairs.ts';
import { gainOfJoining, sizesFor, worthOfGroup } from './group.ts';
import { kindsOf } from './kinds.ts';
import { matchPairs, worthOf } from './match-pairs.ts';
import { planRound } from './plan.ts';
import type { Planning } from './planning.ts';

/** Every way of making pairs, with one group of three where the number is odd, and none with people kept apart. */
function* everyPlan(people: readonly number[]): Generator<readonly (readonly number[])[]> {
  const [first, ...rest] = people;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const [place, second] of rest.entries()) {
    const others = rest.filter((_, at) => at !== place);
    for (const plan of everyPlan(others)) yield [[first, second], ...plan];
    if (people.length % 2 === 0) continue;
    for (const third of others.filter((other) => other > second)) {
      for (const plan of everyPlan(others.filter((other) => other !== third))) yield [[first, second, third], ...plan];
    }
  }
}

/** Every way of making groups of these sizes. */
function everyGrouping(people: readonly number[], sizes: readonly number[]): (readonly number[])[][] {
  const [first, ...rest] = people;
  if (first === undefined) return [[]];
  return [...new Set(sizes)].flatMap((size) =>
    choose(rest, size - 1).flatMap((others) => {
      const left = sizes.toSpliced(sizes.indexOf(size), 1);
      const remaining = rest.filter((one) => !others.includes(one));
      return everyGrouping(remaining, left).map((groups) => [[first, ...others], ...groups]);
    }),
  );
}

function choose(from: readonly number[], count: number): (readonly number[])[] {
  const [first, ...rest] = from;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choose(rest, count - 1).map((others) => [first, ...others]), ...choose(rest, count)];
}

const sumOfWorth = (groups: readonly (readonly number[])[], acquaintance: Acquaintance) =>
  groups.reduce((sum, group) => sum + worthOfGroup(acquaintance, group), 0);

function bestOf(planning: Planning) {
  const affinity = affinityOf(planning.candidates, at);
  const acquaintance = acquaintanceOf(planning, affinity);
  let best = -Infinity;
  const odd = planning.candidates.length % 2;
  for (const plan of everyPlan([...planning.candidates.keys()])) {
    if (plan.filter(({ length }) => length === 3).length !== odd) continue;
    best = Math.max(
      best,
      plan.reduce((sum, group) => sum + worthOfGroup(acquaintance, group), 0),
    );
  }
  return { best, affinity, acquaintance };
}

describe('a plan, beside the best one', () => {
  it('of pairs is the best there is, and repeats nothing that could be new', () => {
    fc.assert(
      fc.property(plannings(8, 0), (planning) => {
        const even = { ...planning, size: 2, candidates: planning.candidates.slice(planning.candidates.length % 2) };
        const { best, acquaintance } = bestOf(even);
        const places = new Map(even.candidates.map(({ id }, place) => [id, place]));
        const { groups, quality } = planRound(even);
        const worth = groups.map((group) => group.map((id) => places.get(id) as number));
        expect(worth.reduce((sum, group) => sum + worthOfGroup(acquaintance, group), 0)).toBe(best);
        expect(quality.share).toBe(1);
      }),
      { numRuns: 150 },
    );
  });

  it('with an odd one is the best there is, and never bounded below it', () => {
    fc.assert(
      fc.property(plannings(9, 0), (planning) => {
        const odd = {
          ...planning,
          size: 2,
          candidates: planning.candidates.slice(1 - (planning.candidates.length % 2)),
        };
        if (odd.candidates.length < 3) return;
        const { best, affinity, acquaintance } = bestOf(odd);
        const { bound } = matchPairs(affinity, acquaintance, odd.candidates.length, diceFrom(odd.seed));
        // A sum of halves and of what is in the middle of two: the last digits of it are rounded.
        expect(bound).toBeGreaterThanOrEqual(best - 1e-6);
        const { groups, quality } = planRound(odd);
        const places = new Map(odd.candidates.map(({ id }, place) => [id, place]));
        const planned = groups.map((group) => group.map((id) => places.get(id) as number));
        expect(sumOfWorth(planned, acquaintance)).toBe(best);
        expect(quality.share).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('with an odd one among more people than all plans are compared of is the best there is, and proves it', () => {
    fc.assert(
      fc.property(plannings(ALL_PLANS + 2, 0), (planning) => {
        const { candidates } = planning;
        const count = candidates.length - 1 + (candidates.length % 2);
        if (count < 3) return;
        const odd = { ...planning, size: 2, candidates: candidates.slice(0, count) };
        const affinity = affinityOf(odd.candidates, at);
        const acquaintance = acquaintanceOf(odd, affinity);
        const best = sumOfWorth(bestWithThree(count, acquaintance) ?? [], acquaintance);
        const { partner, bound } = matchPairs(affinity, acquaintance, count, diceFrom(odd.seed));
        const pairs = [...partner].flatMap((other, one) => (other > one ? [[one, other]] : []));
        const joined = pairs.map((pair) => gainOfJoining(acquaintance, pair, partner.indexOf(-1)));
        expect([sumOfWorth(pairs, acquaintance) + Math.max(...joined), bound]).toEqual([best, best]);
      }),
      { numRuns: 60 },
    );
  });

  it('never promises more of the best than it has, in larger groups too', () => {
    fc.assert(
      fc.property(plannings(9, 0), fc.integer({ min: 3, max: 5 }), (planning, size) => {
        const { candidates, past } = planning;
        const sizes = sizesFor(candidates.length, size);
        if (sizes.length < 2) return;
        const affinity = affinityOf(candidates, at);
        const acquaintance = acquaintanceOf({ ...planning, past }, affinity);
        const best = Math.max(
          ...everyGrouping([...candidates.keys()], sizes).map((plan) => sumOfWorth(plan, acquaintance)),
        );
        const { values } = solveKinds(kindsOf(affinity.traits));
        expect(boundOfGroups(acquaintance, values, Math.min(...sizes))).toBeGreaterThanOrEqual(best - 1e-6);

        const { groups, quality, repeats } = planRound({ ...planning, size });
        const places = new Map(candidates.map(({ id }, place) => [id, place]));
        const worth = sumOfWorth(
          groups.map((group) => group.map((id) => places.get(id) as number)),
          acquaintance,
        );
        if (repeats === 0 && best > 0) expect(quality.share).toBeLessThanOrEqual(worth / best + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('of groups says how near the best possible it is', () => {
    const { candidates, past } = aCrowd(60);
    const { quality } = planRound({ candidates, past, apart: [], size: 4, seed: 's', at });
    expect(quality.share).toBeGreaterThan(0.85);
    expect(quality.share).toBeLessThan(1);
  });

  it('of hundreds in pairs is the best there is, and proves it', () => {
    const { candidates, past } = aCrowd(260);
    const affinity = affinityOf(candidates, at);
    const acquaintance = acquaintanceOf({ candidates, past, apart: [], at }, affinity);
    const best = worthOf(bestPairs(260, allPairs(260, acquaintance)), acquaintance);
    const { partner, bound } = matchPairs(affinity, acquaintance, 260, diceFrom('s'));
    expect([worthOf(partner, acquaintance), bound]).toEqual([best, best]);
  });

  it('of hundreds with an odd one is the best there is, and proves it', () => {
    // Among these the mended plan misses a little, so a better group of three is looked for.
    const { candidates, past } = aCrowd(259);
    const { quality } = planRound({ candidates, past, apart: [], size: 2, seed: 's', at });
    expect(quality.share).toBe(1);
  });

  it('of three people is the only plan there is, and says so', () => {
    const candidates = ['Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu'].map((timeZone, number) =>
      aCandidate(number, { schedule: { workingHours: usualWorkingHours, timeZone } }),
    );
    const { groups, quality } = planRound({ candidates, past: [], apart: [], size: 2, seed: 's', at });
    expect(groups).toEqual([[idOf(0), idOf(1), idOf(2)]]);
    expect(quality.share).toBe(1);
  });

  it('of thousands is within a thousandth of the best, without a repeat', () => {
    const { candidates, past } = aCrowd(2501);
    const { groups, left, repeats, quality } = planRound({ candidates, past, apart: [], size: 2, seed: 's', at });
    expect({ groups: groups.length, left, repeats }).toEqual({ groups: 1250, left: [], repeats: 0 });
    expect(quality.share).toBeGreaterThan(0.999);
  });
});
