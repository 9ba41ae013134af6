import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acquaintanceOf } from './acquaintance.ts';
import { availabilityOf, offsetMinutes, sharedQuarters } from '../identity/working-week.ts';
import { bestPairs, type Edge } from './exact-pairs.ts';
import { transport } from './transport.ts';

const problems = fc.integer({ min: 1, max: 4 }).chain((kinds) =>
  fc.record({
    amounts: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: kinds, maxLength: kinds }),
    worth: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: kinds * kinds, maxLength: kinds * kinds }),
  }),
);

/** The best assignment of people to people, tried out one by one. */
function bestAssignment(amounts: readonly number[], worth: readonly number[]): number {
  const people = amounts.flatMap((amount, kind) => Array<number>(amount).fill(kind));
  const best = (row: number, free: readonly number[]): number =>
    row === people.length
      ? 0
      : Math.max(
          ...free.map(
            (kind, at) =>
              (worth[(people[row] as number) * amounts.length + kind] as number) +
              best(row + 1, [...free.slice(0, at), ...free.slice(at + 1)]),
          ),
        );
  return best(0, people);
}

describe('the best way to send kinds of people to each other', () => {
  it('is the best of all ways, and its prices prove it', () => {
    fc.assert(
      fc.property(problems, ({ amounts, worth }) => {
        const count = amounts.length;
        const { flows, out, into } = transport(Int32Array.from(amounts), Int16Array.from(worth));
        const best = bestAssignment(amounts, worth);
        const sum = flows.reduce((all, { from, to, amount }) => all + amount * (worth[from * count + to] as number), 0);
        expect(sum).toBe(best);
        expect(amounts.reduce((all, amount, kind) => all + amount * (out[kind]! + into[kind]!), 0)).toBe(best);
        for (const [at, value] of worth.entries()) {
          expect(out[Math.floor(at / count)]! + into[at % count]!).toBeGreaterThanOrEqual(value);
        }
        for (const [kind, amount] of amounts.entries()) {
          const going = flows.filter(({ from }) => from === kind).reduce((all, flow) => all + flow.amount, 0);
          const coming = flows.filter(({ to }) => to === kind).reduce((all, flow) => all + flow.amount, 0);
          expect([going, coming]).toEqual([amount, amount]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the blossom library', () => {
  it('makes as many pairs as can be, and of those the ones worth most', () => {
    const edge = fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: -40, max: 300 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 30 }), (drawn) => {
        const edges = new Map<string, Edge>();
        for (const [one, other, worth] of drawn) {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          if (low < high) edges.set(`${low} ${high}`, [low, high, worth]);
        }
        const best = (free: number): readonly [number, number] => {
          if (free === 0) return [0, 0];
          const one = 31 - Math.clz32(free);
          const rest = free & ~(1 << one);
          let found = best(rest);
          for (let other = 0; other < one; other += 1) {
            const worth = edges.get(`${other} ${one}`)?.[2];
            if (((rest >> other) & 1) === 0 || worth === undefined) continue;
            const [pairs, sum] = best(rest & ~(1 << other));
            const more = pairs + 1 - found[0] || sum + worth - found[1];
            if (more > 0) found = [pairs + 1, sum + worth];
          }
          return found;
        };
        const partner = bestPairs(9, [...edges.values()]);
        const pairs = [...partner.entries()].filter(([one, other]) => other > one);
        const sum = pairs.reduce((all, [one, other]) => all + (edges.get(`${one} ${other}`)?.[2] as number), 0);
        expect([pairs.length, sum]).toEqual(best((1 << 9) - 1));
        expect(partner.every((other, one) => other < 0 || partner[other] === one)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('shared working hours', () => {
  const usual = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
  const winter = new Date('2026-01-15T00:00:00Z');
  const shared = (one: string, other: string, at = winter) =>
    sharedQuarters(
      availabilityOf({ workingHours: usual, timeZone: one }, at),
      availabilityOf({ workingHours: usual, timeZone: other }, at),
    ) / 4;

  it('are counted over the week, on the clocks of that season', () => {
    expect(shared('Europe/Berlin', 'Europe/Berlin')).toBe(40);
    expect(shared('Europe/Berlin', 'America/New_York')).toBe(5 * 2);
    // The clocks of America go forward three weeks before those of Europe.
    expect(shared('Europe/Berlin', 'America/New_York', new Date('2026-03-15T12:00:00Z'))).toBe(5 * 3);
    expect(shared('Europe/London', 'Asia/Kathmandu')).toBe(5 * 2.25);
    expect(shared('America/Los_Angeles', 'Europe/Berlin')).toBe(0);
    // Tuesday morning in Tokyo is Monday afternoon in Los Angeles, and a Monday morning there is nobody's.
    expect(shared('America/Los_Angeles', 'Asia/Tokyo')).toBe(4);
  });

  it('go over the end of the week: Monday morning in Sydney is Sunday in London', () => {
    const sunday = { days: [7], from: '22:00', to: '23:30' };
    const monday = { days: [1], from: '09:00', to: '10:15' };
    const [london, sydney] = [
      availabilityOf({ workingHours: sunday, timeZone: 'Europe/London' }, winter),
      availabilityOf({ workingHours: monday, timeZone: 'Australia/Sydney' }, winter),
    ];
    expect(sharedQuarters(london, sydney)).toBe(5);
    expect(offsetMinutes('Asia/Kathmandu', winter)).toBe(345);
  });

  it('are all hours for somebody who keeps none', () => {
    const any = availabilityOf({ workingHours: { ...usual, days: [] }, timeZone: 'UTC' }, winter);
    expect(sharedQuarters(any, any)).toBe(7 * 96);
  });
});

describe('what an introduction is worth', () => {
  it('is never to be had for two who are kept apart, in either order', () => {
    const person = (id: string) => ({
      id: id as never,
      team: undefined,
      affiliation: undefined,
      schedule: { workingHours: { days: [1], from: '09:00', to: '17:00' }, timeZone: 'UTC' },
      newcomer: false,
    });
    const { worth, apart } = acquaintanceOf(
      {
        candidates: [person('a'), person('b'), person('c')],
        past: [],
        apart: [['b' as never, 'a' as never]],
        at: new Date('2026-01-15T00:00:00Z'),
      },
      { points: () => 7, traits: {} as never },
    );
    expect([worth(0, 1), worth(1, 0), worth(0, 2)]).toEqual([-Infinity, -Infinity, 7]);
    expect([apart(0, 1), apart(1, 2)]).toEqual([true, false]);
  });
});
