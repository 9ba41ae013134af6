import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf, tidyTiming } from './recurrence.ts';
import { dealTurns } from './rotation.ts';

const at = (day: string, from: string, to: string) => ({ startsLocal: `${day}T${from}`, endsLocal: `${day}T${to}` });
const timeZone = 'Europe/Berlin';

describe('a rotation', () => {
  it('of a weekly series is one every two weeks for each turn, one week apart', () => {
    const turns = [at('2026-03-03', '10:00', '11:00'), at('2026-03-03', '18:00', '19:00')];
    expect(dealTurns({ timeZone, rule: 'FREQ=WEEKLY', turns })).toMatchObject({
      value: [
        { startsLocal: '2026-03-03T10:00', endsLocal: '2026-03-03T11:00', rule: 'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2' },
        { startsLocal: '2026-03-10T18:00', endsLocal: '2026-03-10T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2' },
      ],
    });
  });

  it('may have each turn on its own weekday, and in the night', () => {
    const turns = [
      at('2026-03-03', '10:00', '11:00'),
      { startsLocal: '2026-03-05T23:30', endsLocal: '2026-03-06T00:30' },
    ];
    expect(dealTurns({ timeZone, rule: 'FREQ=WEEKLY;BYDAY=TU', turns })).toMatchObject({
      value: [
        { rule: 'FREQ=WEEKLY;BYDAY=TU;INTERVAL=2' },
        { startsLocal: '2026-03-12T23:30', endsLocal: '2026-03-13T00:30', rule: 'FREQ=WEEKLY;BYDAY=TH;INTERVAL=2' },
      ],
    });
  });

  it.each([
    ['several weekdays cannot be moved to another one', 'FREQ=WEEKLY;BYDAY=TU,TH', '2026-03-04'],
    ['one turn would have no date', 'FREQ=WEEKLY;COUNT=1', '2026-03-03'],
    ['one turn would never have a date', 'FREQ=MONTHLY;BYMONTH=3', '2026-03-03'],
    ['a date is in one year and its week is of the next', 'FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO', '2026-03-03'],
    ['it would come more seldom than a rule can say', 'FREQ=DAILY;INTERVAL=600', '2026-03-03'],
  ])('is refused where %s', (_, rule, day) => {
    const turns = [at('2026-03-03', '10:00', '11:00'), at(day, '18:00', '19:00')];
    expect(dealTurns({ timeZone, rule, turns })).toEqual({ ok: false, reason: 'cannot-take-turns' });
  });

  it('is refused where a turn is on a day that does not exist', () => {
    const turns = [at('2026-03-03', '10:00', '11:00'), at('2026-02-30', '18:00', '19:00')];
    expect(dealTurns({ timeZone, rule: 'FREQ=WEEKLY', turns })).toEqual({ ok: false, reason: 'no-such-time' });
  });
});

const part = (name: string, values: readonly string[]) =>
  fc.constantFrom('', ...values.map((one) => `;${name}=${one}`));
const ends = part('COUNT', ['7', '12', '40']).chain((count) =>
  count ? fc.constant(count) : part('UNTIL', ['20270228']),
);
const rules = fc.oneof(
  fc.tuple(fc.constant('FREQ=DAILY'), part('BYDAY', ['MO,TU,WE,TH,FR']), part('BYSETPOS', [])),
  fc.tuple(fc.constant('FREQ=WEEKLY'), part('BYDAY', ['MO', 'TU,TH', 'SU,WE']), part('WKST', ['SU', 'WE'])),
  fc.tuple(fc.constant('FREQ=WEEKLY'), fc.constant(';BYDAY=MO,WE,FR'), part('BYSETPOS', ['1', '-1'])),
  fc.tuple(fc.constant('FREQ=MONTHLY'), part('BYMONTHDAY', ['15', '31', '-1']), part('BYSETPOS', [])),
  fc.tuple(fc.constant('FREQ=MONTHLY'), part('BYDAY', ['2TU', '-1FR', '1MO,3MO']), part('WKST', ['SU'])),
  fc.tuple(fc.constant('FREQ=MONTHLY'), fc.constant(';BYDAY=MO,TU,WE,TH,FR'), part('BYSETPOS', ['-1', '2,-2'])),
);

it('together the turns have the days that the rule alone has, and each has some', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
  const given = fc.record({
    rule: fc.tuple(rules, part('INTERVAL', ['2', '3']), ends).map(([parts, ...more]) => [...parts, ...more].join('')),
    day: days,
    count: fc.integer({ min: 2, max: 4 }),
    zone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'UTC'),
  });
  let dealtOnes = 0;
  fc.assert(
    fc.property(given, ({ rule, day, count, zone }) => {
      const turns = ['10:00', '18:00', '07:30', '13:00'].slice(0, count).map((from) => at(day, from, '20:00'));
      const plain = tidyTiming({ timeZone: zone, startsLocal: `${day}T10:00`, rule });
      const dealt = dealTurns({ timeZone: zone, rule, turns });
      if (!plain.ok || !dealt.ok) return;
      dealtOnes += 1;
      const until = new Date('2029-03-01T00:00:00Z');
      const daysOf = (timing: typeof plain.value) => {
        const dates = datesOf(timing, { until, limit: 2000 });
        return dates.ok ? dates.value.map(({ local }) => local.slice(0, 10)).filter((one) => one < '2029-02-27') : [];
      };
      const each = dealt.value.map(({ endsLocal: _, ...timing }) => daysOf(timing));
      expect(each.flat().toSorted()).toEqual(daysOf(plain.value));
      expect(each.every((one) => one.length > 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(dealtOnes).toBeGreaterThan(150);
}, 60_000);
