import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtWork, nextAtWork, type Schedule } from './working-hours.ts';

const office = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const berlin: Schedule = { workingHours: office, timeZone: 'Europe/Berlin' };

describe('somebody in Berlin', () => {
  it.each([
    ['is at work on Monday at nine', '2026-03-02T08:00:00Z', true],
    ['is not yet at a minute to nine', '2026-03-02T07:59:59Z', false],
    ['is no longer at five', '2026-03-02T16:00:00Z', false],
    ['is not on Saturday', '2026-03-07T10:00:00Z', false],
    ['is at nine in summer, an hour earlier for the world', '2026-06-01T07:00:00Z', true],
  ])('%s', (_what, at, atWork) => {
    expect(isAtWork(berlin, new Date(at))).toBe(atWork);
  });

  it.each([
    ['in the evening: the next morning', '2026-03-02T20:00:00Z', '2026-03-03T08:00:00.000Z'],
    ['before work: the same day', '2026-03-02T03:12:34Z', '2026-03-02T08:00:00.000Z'],
    ['on Friday evening: on Monday', '2026-03-06T18:00:00Z', '2026-03-09T08:00:00.000Z'],
    ['before the clocks change: on Monday by the new time', '2026-03-27T18:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['at work: now', '2026-03-02T09:41:00Z', '2026-03-02T09:41:00.000Z'],
  ])('hears of it, when something comes %s', (_when, at, expected) => {
    expect(nextAtWork(berlin, new Date(at)).toISOString()).toBe(expected);
  });
});

it('whoever names no working day hears of things at any time', () => {
  const always = { workingHours: { ...office, days: [] }, timeZone: 'UTC' };
  expect(isAtWork(always, new Date('2026-03-08T03:00:00Z'))).toBe(true);
});

const zones = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/Berlin'];
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const schedules = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    // Between one and three the clock may jump; whoever works an hour then may have no such hour on one day.
    times: fc.tuple(time, time).filter(([from, to]) => from < to && from >= '03:30' && Number(to.slice(0, 2)) >= 5),
    timeZone: fc.constantFrom(...zones),
  })
  .map(({ days, times: [from, to], timeZone }) => ({ workingHours: { days, from, to }, timeZone }));
const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

it('the next moment at work is one, is not before now, and there is none in between', () => {
  fc.assert(
    fc.property(schedules, instants, (schedule, at) => {
      const next = nextAtWork(schedule, at);
      expect(isAtWork(schedule, next)).toBe(true);
      expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(8 * 86_400_000);
      for (let step = at.getTime(); step < next.getTime(); step += 7 * 60_000) {
        expect(isAtWork(schedule, new Date(step))).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});
