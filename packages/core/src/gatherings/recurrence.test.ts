import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { datesInReach, datesOf, isTimeZone, localOf, tidyTiming, type Timing } from './recurrence.ts';

const timing = (startsLocal: string, timeZone: string, rule?: string): Timing => ({ startsLocal, timeZone, rule });
const dates = (given: Timing, limit = 3, from?: Date) => {
  const found = datesOf(given, { limit, ...(from ? { from } : {}) });
  return found.ok ? found.value.map(({ at }) => at.toISOString()) : found.reason;
};

describe('a series', () => {
  it('stays at its local time when summer time begins in the north', () => {
    expect(dates(timing('2026-03-24T10:00', 'Europe/Berlin', 'FREQ=WEEKLY'), 2)).toEqual([
      '2026-03-24T09:00:00.000Z',
      '2026-03-31T08:00:00.000Z',
    ]);
  });

  it('stays at its local time when summer time ends in the south', () => {
    expect(dates(timing('2026-03-31T10:00', 'Australia/Sydney', 'FREQ=WEEKLY'), 2)).toEqual([
      '2026-03-30T23:00:00.000Z',
      '2026-04-07T00:00:00.000Z',
    ]);
  });

  it('on the second and fourth Tuesday in the Pacific zone moves with its clock', () => {
    expect(dates(timing('2026-02-24T10:00', 'America/Los_Angeles', 'FREQ=MONTHLY;BYDAY=2TU,4TU'))).toEqual([
      '2026-02-24T18:00:00.000Z',
      '2026-03-10T17:00:00.000Z',
      '2026-03-24T17:00:00.000Z',
    ]);
  });

  it('leaves out a time that the clock skips', () => {
    expect(dates(timing('2026-03-22T02:30', 'Europe/Berlin', 'FREQ=WEEKLY'), 2)).toEqual([
      '2026-03-22T01:30:00.000Z',
      '2026-04-05T00:30:00.000Z',
    ]);
  });

  it('begins with the first date that its rule has', () => {
    expect(tidyTiming(timing('2026-03-02T10:00', 'UTC', 'freq=monthly;byday=1tu'))).toEqual({
      ok: true,
      value: timing('2026-03-03T10:00', 'UTC', 'FREQ=MONTHLY;BYDAY=1TU'),
    });
  });

  it('lasts to the end of its last day, on the clock of its zone', () => {
    const tidy = tidyTiming(timing('2026-03-02T22:00', 'America/New_York', 'RRULE:FREQ=DAILY;UNTIL=20260303'));
    expect(tidy).toMatchObject({ value: { rule: 'FREQ=DAILY;UNTIL=20260304T045959Z' } });
    expect(tidy.ok && dates(tidy.value, 9)).toHaveLength(2);
  });
});

describe('a daily series that began long ago', () => {
  const DAY_MS = 86_400_000;

  it('has the dates that it would have if it were followed from its first day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Sydney', 'America/Los_Angeles', 'Australia/Lord_Howe'),
        fc.constantFrom('02:30', '02:00', '09:00', '23:45'),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 300, max: 1500 }),
        fc.constantFrom('', ';BYDAY=MO,WE,FR', ';BYMONTH=3,4,10'),
        (zone, clock, begins, interval, later, only) => {
          const day = new Date(Date.UTC(2017, 0, 1) + begins * DAY_MS).toISOString().slice(0, 10);
          const tidy = tidyTiming(timing(`${day}T${clock}`, zone, `FREQ=DAILY;INTERVAL=${interval}${only}`));
          if (!tidy.ok) return;
          const from = new Date(Date.parse(`${day}T00:00:00Z`) + later * DAY_MS);
          const until = new Date(from.getTime() + 200 * DAY_MS);
          const all = datesOf(tidy.value, { until, limit: 5000 });
          const near = datesOf(tidy.value, { from, until, limit: 5000 });
          expect(near).toEqual(all.ok ? { ok: true, value: all.value.filter(({ at }) => at >= from) } : all);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('goes on', () => {
    expect(
      dates(timing('1996-01-01T09:00', 'Europe/Berlin', 'FREQ=DAILY;INTERVAL=2'), 2, new Date('2026-03-28')),
    ).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-30T07:00:00.000Z']);
  });
});

describe('what cannot be', () => {
  it.each([
    ['an unknown zone', timing('2026-03-02T10:00', 'Mars/Olympus'), 'unknown-time-zone'],
    ['an offset in place of a zone', timing('2026-03-02T10:00', '+01:00'), 'unknown-time-zone'],
    ['a day that is none', timing('2026-02-30T10:00', 'UTC'), 'no-such-time'],
    ['a time that the clock skips', timing('2026-03-29T02:30', 'Europe/Berlin'), 'no-such-time'],
    [
      'the thirtieth of February',
      timing('2026-01-02T10:00', 'UTC', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      'impossible-rule',
    ],
    ['the 32nd', timing('2026-01-02T10:00', 'UTC', 'FREQ=MONTHLY;BYMONTHDAY=32'), 'impossible-rule'],
    ['an unknown part', timing('2026-01-02T10:00', 'UTC', 'FREQ=MONTHLY;BYMOON=1'), 'impossible-rule'],
    ['no frequency', timing('2026-01-02T10:00', 'UTC', 'BYDAY=MO'), 'impossible-rule'],
    ['the first Monday of a week', timing('2026-01-02T10:00', 'UTC', 'FREQ=WEEKLY;BYDAY=1MO'), 'impossible-rule'],
    ['an interval of none', timing('2026-01-02T10:00', 'UTC', 'FREQ=WEEKLY;INTERVAL=0'), 'impossible-rule'],
    [
      'both a count and an end',
      timing('2026-01-02T10:00', 'UTC', 'FREQ=DAILY;COUNT=2;UNTIL=20260401'),
      'impossible-rule',
    ],
    ['an end before the start', timing('2026-03-02T10:00', 'UTC', 'FREQ=WEEKLY;UNTIL=20260101'), 'ends-before-start'],
    ['a series of a million', timing('2026-03-02T10:00', 'UTC', 'FREQ=DAILY;COUNT=1000000'), 'too-many-dates'],
    ['one for every second', timing('2026-03-02T10:00', 'UTC', 'FREQ=SECONDLY'), 'too-many-dates'],
    [
      'a rule within a rule',
      timing('2026-03-02T10:00', 'UTC', 'FREQ=DAILY\nDTSTART:20200101T000000Z'),
      'impossible-rule',
    ],
  ])('%s is refused in words', (_what, given, reason) => {
    expect(tidyTiming(given)).toEqual({ ok: false, reason });
  });

  it('more dates in a year than there are days are refused', () => {
    const twice = timing('2026-03-02T10:00', 'UTC', 'FREQ=DAILY');
    const year = (count: number) => datesInReach(twice, new Date('2026-03-01'), new Date(Date.UTC(2026, 2, 1 + count)));
    expect(year(400)).toMatchObject({ ok: true });
    expect(year(402)).toEqual({ ok: false, reason: 'too-many-dates' });
  });
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Africa/Cairo',
];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <T>(all: readonly T[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
const interval = fc.integer({ min: 1, max: 4 }).map((n) => `INTERVAL=${n}`);
const rules = fc.oneof(
  interval.map((every) => `FREQ=DAILY;${every}`),
  fc
    .tuple(interval, some(DAYS), fc.constantFrom('MO', 'SU'))
    .map(([every, on, from]) => `FREQ=WEEKLY;${every};BYDAY=${on.join(',')};WKST=${from}`),
  fc
    .tuple(interval, some([1, 2, 3, 4, -1, -2]), some(DAYS))
    .map(
      ([every, nth, on]) =>
        `FREQ=MONTHLY;${every};BYDAY=${nth.flatMap((n) => on.map((day) => `${n}${day}`)).join(',')}`,
    ),
  fc
    .tuple(interval, some([1, 13, 28, 31, -1, -5]))
    .map(([every, on]) => `FREQ=MONTHLY;${every};BYMONTHDAY=${on.join(',')}`),
  fc
    .tuple(some(DAYS), fc.constantFrom(1, 2, -1))
    .map(([on, nth]) => `FREQ=MONTHLY;BYDAY=${on.join(',')};BYSETPOS=${nth}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), some([1, 15, 28]))
    .map(([month, on]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${on.join(',')}`),
);
const starts = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([days, hour, minute]) => new Date(Date.UTC(2025, 8, 1 + days, hour, minute)).toISOString().slice(0, 16));

/** The same by ical.js on the face of the clock, and by Luxon from there to instants. */
function otherDates({ startsLocal, timeZone, rule }: Timing, until: Date): string[] {
  const found: string[] = [];
  const iterator = ICAL.Recur.fromString(rule ?? '').iterator(ICAL.Time.fromDateTimeString(`${startsLocal}:00`));
  for (let next = iterator.next(); next; next = iterator.next()) {
    const local = next.toString().slice(0, 16);
    // Where the clock shows a time twice, RFC 5545 means the first one, and Luxon promises neither.
    const [at = DateTime.invalid('none')] = DateTime.fromISO(local, { zone: timeZone })
      .getPossibleOffsets()
      .toSorted((one, other) => one.toMillis() - other.toMillis());
    if (at.toMillis() > until.getTime()) break;
    // The clock skips it.
    if (at.toFormat("yyyy-MM-dd'T'HH:mm") !== local) continue;
    found.push(at.toUTC().toISO() ?? '');
  }
  return found;
}

it('has the same dates by an implementation that shares nothing with ours', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), rules, starts, (timeZone, rule, start) => {
      // «The last Friday or Monday» at a time that the clock skips is read in two ways: the day before it, or none.
      const startsLocal = rule.includes('BYSETPOS') ? start.replace(/T.*/u, 'T10:00') : start;
      const tidy = tidyTiming(timing(startsLocal, timeZone, rule));
      fc.pre(tidy.ok);
      if (!tidy.ok) return;
      const until = new Date(Date.parse(`${startsLocal}Z`) + 500 * 86_400_000);
      const ours = datesOf(tidy.value, { until, limit: 1000 });

      expect(ours.ok && ours.value.map(({ at }) => at.toISOString())).toEqual(otherDates(tidy.value, until));
    }),
    { numRuns: 400 },
  );
});

it('shows on the clock of its zone what was planned', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), rules, starts, (timeZone, rule, startsLocal) => {
      const tidy = tidyTiming(timing(startsLocal, timeZone, rule));
      // A start that the clock skips is refused before anything is planned.
      fc.pre(tidy.ok);
      if (!tidy.ok) return;
      const found = datesOf(tidy.value, { limit: 20 });
      for (const { local, at } of found.ok ? found.value : []) {
        expect(localOf(at, timeZone)).toBe(local);
        expect(local.slice(11)).toBe(startsLocal.slice(11));
      }
    }),
    { numRuns: 100 },
  );
});

it('whatever is typed for a rule is answered, in words or with dates, and soon', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.stringMatching(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);(BY[A-Z]{3,8}|COUNT|UNTIL|INTERVAL)=[-0-9A-Z,]{1,12}$/u),
      ),
      (rule) => {
        expect(typeof tidyTiming(timing('2026-03-02T10:00', 'Europe/Berlin', rule)).ok).toBe('boolean');
      },
    ),
    { numRuns: 300 },
  );
});

it('knows every zone of the list, and nothing else', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(['', 'PT', 'EST5', '+01:00', 'Europe/', 'Europe/Nowhere', 'a/../b'].filter(isTimeZone)).toEqual([]);
});
