import { describe, expect, it } from 'vitest';
import { beginsAlike, carriedBy, minutesOf, takeRotation, takeSlot } from './fair-timing.ts';
import { once, type Recurrence, ruleOf } from './recurrence-form.ts';
import type { TimingForm } from './timing-form.ts';

const given = (recurrence: Partial<Recurrence>, part: Partial<TimingForm> = {}): TimingForm => ({
  day: '2026-03-03',
  from: '10:00',
  to: '11:30',
  timeZone: 'America/Los_Angeles',
  recurrence: { ...once, ...recurrence },
  ...part,
});
const slot = (startsAt: string) => ({ startsAt, zones: [] });
const wednesday = slot('2026-03-11T15:00:00.000Z');
const fresh = { runs: false };

describe('a proposed time', () => {
  it('is taken on the clock of the form and lasts as long as before', () => {
    expect(takeSlot(given({}), wednesday, fresh)).toMatchObject({ day: '2026-03-11', from: '08:00', to: '09:30' });
  });

  it('may go past midnight', () => {
    const late = takeSlot(given({}, { timeZone: 'Asia/Tokyo' }), slot('2026-03-11T14:00:00.000Z'), fresh);
    expect(late).toMatchObject({ day: '2026-03-11', from: '23:00', to: '00:30' });
    expect(minutesOf(late)).toBe(90);
  });

  it('moves a weekly series to its own weekday', () => {
    const { recurrence, day } = takeSlot(given({ every: 'week', days: [2] }), wednesday, fresh);
    expect(ruleOf(recurrence, day)).toBe('FREQ=WEEKLY;BYDAY=WE');
  });

  it('keeps the first week of a series that runs, so that no date before it is called off', () => {
    const form = given({ every: 'week' }, { day: '2026-01-06' });
    const { recurrence, day } = takeSlot(form, wednesday, { runs: true });
    expect([day, ruleOf(recurrence, day)]).toEqual(['2026-01-07', 'FREQ=WEEKLY;BYDAY=WE']);
    expect(takeSlot(form, slot('2026-03-16T15:00:00.000Z'), { runs: true }).day).toBe('2026-01-05');
    expect(takeSlot(given({}), wednesday, { runs: true }).day).toBe('2026-03-11');
  });

  it('is told from another one at the same hour of another day', () => {
    const taken = takeSlot(given({}), wednesday, fresh);
    expect(beginsAlike(taken, takeSlot(given({}), wednesday, fresh))).toBe(true);
    expect(beginsAlike(taken, takeSlot(given({}), slot('2026-03-12T15:00:00.000Z'), fresh))).toBe(false);
    const weekly = takeSlot(given({ every: 'week' }), wednesday, fresh);
    expect(beginsAlike(weekly, takeSlot(given({ every: 'fortnight' }), wednesday, fresh))).toBe(false);
  });
});

it.each([
  ['10:00', '10:05', 15],
  ['10:00', '22:00', 480],
  ['', '', 60],
])('from %s to %s, times are proposed for %i minutes', (from, to, minutes) => {
  expect(minutesOf(given({}, { from, to }))).toBe(minutes);
});

describe('turns', () => {
  const friday = slot('2026-03-13T22:00:00.000Z');

  it('of a weekly series are each on their own weekday, in the week of the first', () => {
    const sunday = slot('2026-03-16T01:00:00.000Z');
    const { when, turns } =
      takeRotation(given({ every: 'week', ends: 'after', count: '6' }), [sunday, friday], fresh) ?? {};
    expect(when && ruleOf(when.recurrence, when.day)).toBe('FREQ=WEEKLY;BYDAY=SU;COUNT=6');
    expect(turns).toEqual([
      { startsLocal: '2026-03-15T18:00', endsLocal: '2026-03-15T19:30' },
      { startsLocal: '2026-03-13T15:00', endsLocal: '2026-03-13T16:30' },
    ]);
  });

  it.each([{ every: 'week', days: [2, 4] }, { every: 'nth-weekday' }, { every: 'workday' }] as const)(
    'of a series by %o keep its days and differ by the hour',
    (recurrence) => {
      const form = given(recurrence);
      const { when, turns } = takeRotation(form, [wednesday, friday], fresh) ?? {};
      expect(when).toEqual({ ...form, from: '08:00', to: '09:30' });
      expect(turns?.map(({ startsLocal }) => startsLocal)).toEqual(['2026-03-03T08:00', '2026-03-03T15:00']);
    },
  );

  it('of a series that runs begin in the week of its date', () => {
    const { turns } = takeRotation(given({ every: 'week' }), [friday, wednesday], { runs: true }) ?? {};
    expect(turns?.map(({ startsLocal }) => startsLocal)).toEqual(['2026-03-06T15:00', '2026-03-04T08:00']);
  });

  it('are nothing for what happens once', () => {
    expect(takeRotation(given({}), [wednesday, friday], fresh)).toBeUndefined();
  });
});

it('who carries the burden is summed up over the dates', () => {
  const on = (local: string, burden: 'none' | 'early') => ({
    startsAt: `${local}:00Z`,
    zones: [{ timeZone: 'UTC', people: 6, local, burden }],
  });
  const dates = [on('2026-03-03T10:00', 'none'), on('2026-03-10T07:00', 'early'), on('2026-03-24T07:00', 'early')];
  expect(carriedBy(dates)).toEqual([
    {
      timeZone: 'UTC',
      people: 6,
      carries: [
        { burden: 'early', times: 2 },
        { burden: 'none', times: 1 },
      ],
    },
  ]);
});
