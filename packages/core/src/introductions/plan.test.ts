import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingHours } from '../identity/profile.ts';
import type { PersonId } from '../kernel/ids.ts';
import { acquaintanceOf } from './acquaintance.ts';
import { affinityOf } from './affinity.ts';
import { diceFrom } from './dice.ts';
import { worthOfGroup } from './group.ts';
import { matchPairs } from './match-pairs.ts';
import { planRound } from './plan.ts';
import type { Candidate, Planning } from './planning.ts';

const at = new Date('2026-03-02T08:00:00Z');
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
const zones = ['Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu', 'Australia/Sydney', 'UTC'];
const idOf = (number: number) => `person-${String(number).padStart(6, '0')}` as PersonId;

const aCandidate = (number: number, traits: Partial<Candidate> = {}): Candidate => ({
  id: idOf(number),
  team: undefined,
  affiliation: undefined,
  schedule: { workingHours: usualWorkingHours, timeZone: 'Europe/Stockholm' },
  newcomer: false,
  ...traits,
});

const traits = fc.record({
  team: fc.constantFrom('a', 'b', undefined),
  affiliation: fc.constantFrom('north', 'south', undefined),
  newcomer: fc.boolean(),
  schedule: fc.record({
    timeZone: fc.constantFrom(...zones),
    workingHours: fc.constantFrom(usualWorkingHours, { days: [1, 3], from: '13:00', to: '22:15' }),
  }),
});

/** Rounds of up to `most` people; `apart` of them are kept apart in pairs. */
const plannings = (most: number, apart = 6) =>
  fc.array(traits, { maxLength: most }).chain((all) => {
    const someone = fc.nat(Math.max(0, all.length - 1)).map(idOf);
    const pair = fc.tuple(someone, someone).filter(([one, other]) => one !== other);
    const pairs = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
      all.length < 2 ? fc.constant<T[]>([]) : fc.array(arbitrary, { maxLength });
    return fc.record({
      candidates: fc.constant(all.map((one, number) => aCandidate(number, one))),
      past: pairs(fc.record({ people: pair, at: fc.integer({ min: 8, max: 900 }).map(daysAgo) }), 3 * most),
      apart: pairs(pair, apart),
      size: fc.integer({ min: 2, max: 8 }),
      seed: fc.string(),
      at: fc.constant(at),
    });
  });

const key = (one: PersonId, other: PersonId) => [one, other].sort().join('+');
const pairsIn = (group: readonly PersonId[]) =>
  group.flatMap((one, place) => group.slice(place + 1).map((other) => key(one, other)));

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

describe('a round of introductions', () => {
  it('has everybody in exactly one group of two to eight, and nobody with somebody they are kept apart from', () => {
    fc.assert(
      fc.property(plannings(17), (planning) => {
        const { groups, left } = planRound(planning);
        expect([...groups.flat(), ...left].sort()).toEqual(planning.candidates.map(({ id }) => id).sort());
        expect(groups.every(({ length }) => length >= 2 && length <= 8)).toBe(true);
        const forbidden = new Set(planning.apart.map(([one, other]) => key(one, other)));
        expect(groups.flatMap(pairsIn).filter((pair) => forbidden.has(pair))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nobody out where nobody is kept apart, and the odd one makes a group of three', () => {
    fc.assert(
      fc.property(plannings(15, 0), (planning) => {
        const { groups, left } = planRound({ ...planning, size: 2 });
        const people = planning.candidates.length;
        expect(left).toHaveLength(people === 1 ? 1 : 0);
        expect(groups.filter(({ length }) => length === 3)).toHaveLength(people > 1 ? people % 2 : 0);
        expect(groups.filter(({ length }) => length > 3)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('finds a group for whoever is kept apart from all but one', () => {
    const candidates = Array.from({ length: 7 }, (_, number) => aCandidate(number));
    const apart = [1, 2, 3, 4, 5].map((number) => [idOf(0), idOf(number)] as const);
    for (const size of [2, 3, 6]) {
      const { groups, left } = planRound({ candidates, past: [], apart, size, seed: 's', at });
      expect(left).toEqual([]);
      expect(groups.find((group) => group.includes(idOf(0)))).toEqual([idOf(0), idOf(6)]);
    }
  });

  it('leaves only somebody whom nobody may be introduced to', () => {
    const candidates = [0, 1, 2].map((number) => aCandidate(number));
    const apart = [1, 2].map((number) => [idOf(0), idOf(number)] as const);
    expect(planRound({ candidates, past: [], apart, size: 2, seed: 's', at })).toMatchObject({
      groups: [[idOf(1), idOf(2)]],
      left: [idOf(0)],
    });
  });

  it('is the same for the same seed, in whatever order people come, and another one for another seed', () => {
    fc.assert(
      fc.property(plannings(17), fc.nat(), (planning, turn) => {
        const { candidates } = planning;
        const turned = candidates.map((_, place) => candidates[(place + turn) % candidates.length] as Candidate);
        expect(planRound({ ...planning, candidates: turned })).toEqual(planRound(planning));
      }),
      { numRuns: 100 },
    );
    const candidates = Array.from({ length: 30 }, (_, number) => aCandidate(number));
    const plan = (seed: string) => planRound({ candidates, past: [], apart: [], size: 2, seed, at }).groups;
    expect(plan('one')).not.toEqual(plan('another'));
  });

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

  it('meets again whom one met longest ago, once there is nobody new', () => {
    const candidates = [0, 1, 2, 3].map((number) => aCandidate(number));
    const met = (one: number, other: number, days: number) => ({
      people: [idOf(one), idOf(other)] as const,
      at: daysAgo(days),
    });
    const past = [met(0, 1, 14), met(2, 3, 14), met(0, 2, 60), met(1, 3, 60), met(0, 3, 30), met(1, 2, 30)];
    const { groups, repeats } = planRound({ candidates, past, apart: [], size: 2, seed: 's', at });
    expect(groups).toEqual([
      [idOf(0), idOf(2)],
      [idOf(1), idOf(3)],
    ]);
    expect(repeats).toBe(2);
  });

  it('never promises more of the best than it has, with an odd one too', () => {
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
        expect(bound).toBeGreaterThanOrEqual(best);
        const { quality } = planRound(odd);
        expect(quality.share ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
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
    const dice = diceFrom('people');
    const candidates = Array.from({ length: 2501 }, (_, number) =>
      aCandidate(number, {
        team: `team ${dice.below(200)}`,
        affiliation: ['north', 'north', 'south', undefined][dice.below(4)],
        newcomer: dice.below(6) === 0,
        schedule: { workingHours: usualWorkingHours, timeZone: zones[dice.below(5)] as string },
      }),
    );
    const past = Array.from({ length: 9000 }, () => ({
      people: [idOf(dice.below(2501)), idOf(dice.below(2501))] as const,
      at: daysAgo(8 + dice.below(400)),
    })).filter(({ people: [one, other] }) => one !== other);
    const { groups, left, repeats, quality } = planRound({ candidates, past, apart: [], size: 2, seed: 's', at });
    expect({ groups: groups.length, left, repeats }).toEqual({ groups: 1250, left: [], repeats: 0 });
    expect(quality.share).toBeGreaterThan(0.999);
  });

  it('introduces newcomers to people who know the community, and people of different teams', () => {
    const candidates = [
      aCandidate(0, { newcomer: true }),
      aCandidate(1, { newcomer: true }),
      aCandidate(2, { team: 'red' }),
      aCandidate(3, { team: 'red' }),
      aCandidate(4, { team: 'blue' }),
      aCandidate(5),
    ];
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { groups } = planRound({ candidates, past: [], apart: [], size: 2, seed, at });
      const together = new Set(groups.flatMap(pairsIn));
      expect(together.has(key(idOf(0), idOf(1)))).toBe(false);
      expect(together.has(key(idOf(2), idOf(3)))).toBe(false);
    }
  });
});
