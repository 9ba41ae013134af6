import { expect, it } from 'vitest';
import { dayIn, sameClock, shortMoment, timeRange, zoneName } from './zoned.ts';

const evening = '2026-03-03T23:30:00.000Z';

it('the day of something is that of the clock it is read by', () => {
  expect(['America/Los_Angeles', 'UTC', 'Asia/Kathmandu'].map((zone) => dayIn(evening, zone))).toEqual([
    '2026-03-03',
    '2026-03-03',
    '2026-03-04',
  ]);
});

it('a range across midnight names both days', () => {
  const end = '2026-03-04T00:30:00.000Z';
  expect(timeRange(evening, end, 'en-GB', 'Asia/Kathmandu')).toMatch(/^05:15\s*–\s*06:15$/u);
  expect(timeRange(evening, end, 'en-GB', 'UTC')).toMatch(/3 Mar.*23:30.*4 Mar.*00:30/u);
});

it('a moment is said with its weekday, and its time as in a range', () => {
  expect(shortMoment('2026-03-03T09:05:00.000Z', 'en-GB', 'UTC')).toBe('Tue 3 Mar, 09:05');
  expect(shortMoment('2026-03-03T09:05:00.000Z', 'en-US', 'UTC')).toMatch(/^Tue, Mar 3, 9:05\sAM$/u);
  expect(shortMoment(evening, 'en-GB', 'UTC')).toBe('Tue 3 Mar, 23:30');
});

it('zones are called by their place, and compared by what their clocks show', () => {
  expect(zoneName('America/Los_Angeles')).toBe('Los Angeles');
  expect(sameClock(evening, 'Europe/Berlin', 'Europe/Paris')).toBe(true);
  expect(sameClock(evening, 'Europe/Berlin', 'Europe/London')).toBe(false);
});
