import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingHours } from '../identity/profile.ts';
import { isAtWork, type Schedule } from '../identity/working-hours.ts';
import { offsetMinutes } from '../identity/working-week.ts';
import { timesFor } from './meeting-times.ts';

const at = (timeZone: string, from = '09:00', to = '17:00', days = usualWorkingHours.days): Schedule => ({
  workingHours: { days, from, to },
  timeZone,
});
const HALF_HOUR_MS = 30 * 60_000;
const DAY_MS = 48 * HALF_HOUR_MS;
const calendars = new Map<string, Intl.DateTimeFormat>();
function dateOf(timeZone: string, time: Date): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(time);
}

/** Every half hour from a day after `after` on, within twelve days, at which all work for the whole of it. */
function everyTime(people: readonly Schedule[], after: Date): readonly Date[] {
  const begin = Math.ceil((after.getTime() + DAY_MS) / HALF_HOUR_MS);
  const end = Math.floor((after.getTime() + 13 * DAY_MS) / HALF_HOUR_MS);
  return Array.from({ length: end - begin }, (_, slot) => new Date((begin + slot) * HALF_HOUR_MS)).filter((time) =>
    people.every((person) =>
      [0, 15, 29].every((minute) => isAtWork(person, new Date(time.getTime() + minute * 60_000))),
    ),
  );
}

/** How many of these times are on days that are different for each of these people. */
function differentDays(people: readonly Schedule[], times: readonly Date[]): number {
  let days = 0;
  let dates: readonly string[] = [];
  for (const time of times) {
    const here = people.map(({ timeZone }) => dateOf(timeZone, time));
    if (here.some((date, person) => date === dates[person])) continue;
    dates = here;
    days += 1;
  }
  return days;
}

function expectTheBest(people: readonly Schedule[], after: Date): readonly Date[] {
  const possible = everyTime(people, after);
  const times = timesFor(people, after);
  const instants = times.map(Number);
  expect(possible.map(Number)).toEqual(expect.arrayContaining(instants));
  expect(new Set(instants).size).toBe(Math.min(3, possible.length));
  expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  expect(differentDays(people, times)).toBe(Math.min(3, differentDays(people, possible)));
  return times;
}

describe('the times that are proposed', () => {
  it.each([
    ['two on either side of a continent', [at('Asia/Kathmandu'), at('Europe/London')], '2026-03-02T09:00:00Z', 3],
    ['two of whom one changes the clock', [at('Europe/Berlin'), at('America/New_York')], '2026-03-02T09:00:00Z', 3],
    ['a trio', [at('Europe/Berlin'), at('Europe/Berlin'), at('Asia/Kolkata')], '2026-03-02T09:00:00Z', 3],
    // They share hours only while one has changed the clock and the other has not.
    [
      'Zurich and Los Angeles',
      [at('Europe/Zurich', '08:30'), at('America/Los_Angeles', '08:00', '16:00')],
      '2026-10-23T00:00:00Z',
      3,
    ],
    [
      'Zurich and Los Angeles, a longer day',
      [at('Europe/Zurich'), at('America/Los_Angeles', '08:00', '16:30')],
      '2026-03-05T00:00:00Z',
      3,
    ],
    [
      'Zurich and Los Angeles, a week of them',
      [at('Europe/Zurich'), at('America/Los_Angeles', '08:00', '16:00')],
      '2026-10-26T00:00:00Z',
      3,
    ],
    ['London and Sydney', [at('Europe/London'), at('Australia/Sydney', '09:00', '18:30')], '2026-09-29T00:00:00Z', 3],
    ['no shared hours', [at('Europe/Berlin'), at('America/Los_Angeles')], '2026-06-02T09:00:00Z', 0],
    [
      'one shared weekday',
      [at('Europe/Berlin', '09:00', '12:00', [3]), at('Europe/London')],
      '2026-03-02T09:00:00Z',
      3,
    ],
    [
      'one shared half hour a week',
      [at('Europe/Berlin', '09:30', '10:30', [3]), at('Europe/London')],
      '2026-03-02T09:00:00Z',
      2,
    ],
    // The days of universal time are not theirs.
    [
      'Chatham and Los Angeles',
      [at('Pacific/Chatham', '02:30', '13:15', [1, 4, 5]), at('America/Los_Angeles', '06:45', '17:30')],
      '2026-09-04T00:00:00Z',
      3,
    ],
  ])('are the most that are possible: %s', (_who, people, after, count) => {
    expect(expectTheBest(people, new Date(after))).toHaveLength(count);
  });

  it('suit all for the whole of them, and are three where three are possible, in weeks in which clocks change', () => {
    const zones = [
      'Europe/Zurich',
      'Europe/London',
      'America/Los_Angeles',
      'America/New_York',
      'America/St_Johns',
      'America/Santiago',
      'Australia/Sydney',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
      'Pacific/Chatham',
      'Asia/Kathmandu',
      'Asia/Kolkata',
      'Africa/Cairo',
      'UTC',
    ];
    // The changes of 2026: America, Europe, the south; southern autumn and spring; Europe and America again.
    const changes = [
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-04-24',
      '2026-09-06',
      '2026-09-27',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
    ];
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    // Hours about the same in universal time: most people share some, and few enough that an hour more or less tells.
    const people = fc.nat(95).chain((about) =>
      fc.array(
        fc
          .record({
            timeZone: fc.constantFrom(...zones),
            days: fc.oneof(
              { weight: 4, arbitrary: fc.constant(usualWorkingHours.days) },
              { weight: 3, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }) },
              { weight: 1, arbitrary: fc.constant([]) },
            ),
            later: fc.integer({ min: -8, max: 8 }),
            length: fc.oneof(fc.integer({ min: 2, max: 16 }), fc.integer({ min: 17, max: 50 })),
            off: fc.constantFrom(0, 0, 5, 10),
          })
          .map(({ timeZone, days, later, length, off }) => {
            const begin = about + later + offsetMinutes(timeZone, new Date('2026-06-01')) / 15;
            const from = (((begin % 96) + 96) % 96) * 15 + off;
            return at(timeZone, clock(from), clock(Math.min(1439, from + length * 15)), days);
          }),
        { minLength: 1, maxLength: 3 },
      ),
    );
    const moments = fc
      .record({
        day: fc.constantFrom(...changes),
        hours: fc.integer({ min: -300, max: 24 }),
        minutes: fc.constantFrom(0, 7, 30),
      })
      .map(({ day, hours, minutes }) => new Date(Date.parse(day) + (hours * 60 + minutes) * 60_000));
    fc.assert(
      fc.property(people, moments, (all, after) => {
        expectTheBest(all, after);
      }),
      { numRuns: 100 },
    );
  });
});
