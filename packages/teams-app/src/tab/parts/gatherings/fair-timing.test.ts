import { describe, expect, it } from 'vitest';
import { beginsAlike, canTakeTurns, minutesOf, takeSlot, takeTurn } from './fair-timing.ts';
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
    const weekly = given({ every: 'week' });
    const turn = takeTurn(weekly, wednesday, { turn: 0, turns: 2, runs: false });
    expect(beginsAlike(takeSlot(weekly, wednesday, fresh), turn)).toBe(false);
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
  it('of a weekly series come every two weeks, one week apart', () => {
    const [first, second] = [0, 1].map((turn) =>
      takeTurn(given({ every: 'week' }), wednesday, { turn, turns: 2, runs: false }),
    );
    expect([first?.day, second?.day]).toEqual(['2026-03-11', '2026-03-18']);
    expect(second && ruleOf(second.recurrence, second.day)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE');
  });

  it('of a series every two weeks come every four, two weeks apart, and end when it would', () => {
    const form = given({ every: 'fortnight', ends: 'after', count: '6' });
    const second = takeTurn(form, wednesday, { turn: 1, turns: 2, runs: false });
    expect(second.day).toBe('2026-03-25');
    expect(ruleOf(second.recurrence, second.day)).toBe('FREQ=WEEKLY;INTERVAL=4;BYDAY=WE;COUNT=6');
  });

  it('are not filled in where the series keeps several days, or does not go by the week', () => {
    expect(canTakeTurns(given({ every: 'week' }))).toBe(true);
    expect(canTakeTurns(given({ every: 'week', days: [1, 4] }))).toBe(false);
    expect(canTakeTurns(given({ every: 'nth-weekday' }))).toBe(false);
  });
});
