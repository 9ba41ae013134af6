import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../kernel/ids.ts';
import { aCandidate, at, daysAgo, idOf, plannings } from '../testing/rounds-to-plan.ts';
import { planRound } from './plan.ts';
import type { Candidate } from './planning.ts';

const key = (one: PersonId, other: PersonId) => [one, other].sort().join('+');
const pairsIn = (group: readonly PersonId[]) =>
  group.flatMap((one, place) => group.slice(place + 1).map((other) => key(one, other)));

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
