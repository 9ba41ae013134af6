import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burdenOf, burdenWeights, type Hours, proposeSlots, rotateSlots, type Slot } from './fair-hours.ts';

const office = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const group = (timeZone: string, people: number): Hours => ({ timeZone, people, workingHours: office });
const monday = new Date('2026-03-02T00:00:00Z');

describe('a proposal', () => {
  it('is within the hours of everybody where that can be', () => {
    const [best] = proposeSlots([group('Europe/Berlin', 10), group('America/New_York', 10)], 60, monday, 3);
    expect(best?.zones.map(({ burden }) => burden)).toEqual(['none', 'none']);
  });

  it('falls where it asks least of all together: the few get up early for the many', () => {
    const [best] = proposeSlots([group('Europe/Berlin', 100), group('America/Los_Angeles', 5)], 60, monday, 1);
    expect(best?.zones).toMatchObject([
      { timeZone: 'Europe/Berlin', burden: 'none' },
      { timeZone: 'America/Los_Angeles', burden: 'early' },
    ]);
  });

  it('says nothing of zones with fewer than five people', () => {
    const slots = proposeSlots([group('Europe/Berlin', 9), group('Asia/Kathmandu', 4)], 60, monday, 5);
    expect(slots.flatMap(({ zones }) => zones.map(({ timeZone }) => timeZone))).not.toContain('Asia/Kathmandu');
  });

  it('differs from the next by two hours at least', () => {
    const times = proposeSlots([group('Europe/Berlin', 9)], 60, monday, 5)
      .map(({ at }) => at.getTime())
      .toSorted((a, b) => a - b);
    expect(times.every((at, index) => index === 0 || at - (times[index - 1] ?? 0) >= 7_200_000)).toBe(true);
  });
});

it('a rotation lets the most burdened carry less than the best time for all, again and again', () => {
  const all = [group('America/Los_Angeles', 10), group('Asia/Tokyo', 10), group('Europe/Berlin', 100)];
  const worst = (slots: readonly Slot[]) =>
    Math.max(
      ...all.map(({ timeZone }) =>
        slots
          .flatMap(({ zones }) => zones.filter((zone) => zone.timeZone === timeZone))
          .reduce((sum, { burden }) => sum + burdenWeights[burden], 0),
      ),
    );
  const [best] = proposeSlots(all, 60, monday, 1);
  expect(worst(rotateSlots(all, 60, monday, { turns: 3 }))).toBeLessThan(worst(best ? [best, best, best] : []));
});

it('turns on one weekday have it on the clock of the series: a Saturday of Tokyo has begun when Berlin works', () => {
  const on = { timeZone: 'Asia/Tokyo', weekdays: [6] };
  const turns = rotateSlots([group('Europe/Berlin', 9)], 60, monday, { turns: 2, on });
  expect(turns[0]).toMatchObject({ at: new Date('2026-03-06T15:00:00Z'), weight: 0 });
});

it.each([
  [9 * 60, 'none'],
  [8 * 60, 'early'],
  [16 * 60 + 30, 'late'],
  [5 * 1440 + 10 * 60, 'day-off'],
  [3 * 60, 'night'],
  [21 * 60 + 30, 'night'],
] as const)('an hour from minute %i of the week is %s', (minute, burden) => {
  expect(burdenOf(office, minute, 60)).toBe(burden);
});

it('no other half hour of the week asks less than the best', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Sydney');
  const groups = fc.array(fc.tuple(zones, fc.integer({ min: 5, max: 50 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(groups, (given) => {
      const all = given.map(([zone, people]) => group(zone, people));
      const [best, ...others] = proposeSlots(all, 60, monday, 12);
      for (const other of others) expect(other.weight).toBeGreaterThanOrEqual(best?.weight ?? 0);
    }),
    { numRuns: 30 },
  );
});
