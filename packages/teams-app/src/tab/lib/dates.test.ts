import { describe, expect, it } from 'vitest';
import { agoText, calendarDayText, dayText, endOfDay, today } from './dates.ts';

const now = Date.UTC(2026, 2, 15, 12);
const before = (milliseconds: number) => new Date(now - milliseconds).toISOString();
const HOUR = 3_600_000;

describe('how long ago', () => {
  it.each([
    [20_000, 'just now'],
    [-20_000, 'in a moment'],
    [5 * 60_000, '5 minutes ago'],
    [25 * HOUR, 'yesterday'],
    [15 * 24 * HOUR, '2 weeks ago'],
    [-49 * HOUR, 'in 2 days'],
  ])('%i ms reads “%s”', (milliseconds, text) => {
    expect(agoText(before(milliseconds), now)).toBe(text);
  });
});

describe('a calendar day', () => {
  it('is the same day everywhere', () => {
    expect(calendarDayText('2026-03-02', 'en-GB')).toBe('2 Mar 2026');
  });

  it('is written as the viewer writes days', () => {
    expect(dayText('2026-03-02T12:00:00Z', 'de')).toBe('02.03.2026');
  });

  it('of today is the one on the wall', () => {
    expect(today(new Date(2026, 0, 5, 0, 5))).toBe('2026-01-05');
  });

  it('ends when the day ends for the person', () => {
    const end = new Date(endOfDay('2026-03-02'));
    expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([2, 23, 59]);
  });
});
