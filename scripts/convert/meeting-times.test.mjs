import { describe, expect, it } from 'vitest';
import { rhythmOf, timeOf, zoneOf } from './meeting-times.mjs';

const SINCE = '2026-01-01';

describe('when a meeting is, in words', () => {
  it.each([
    ['PT (Pacific Time)', 'America/Los_Angeles'],
    ['Eastern Time (ET)', 'America/New_York'],
    ['EST (Eastern Time)', 'America/New_York'],
    ['CET (Central European Time)', 'Europe/Berlin'],
    ['Central Time (US)', 'America/Chicago'],
    ['UTC', 'UTC'],
    ['Poland', 'Europe/Warsaw'],
    ['AEST (Australian Eastern Standard Time)', 'Australia/Sydney'],
    ['NZDT (New Zealand)', 'Pacific/Auckland'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Mars/Olympus', undefined],
    ['whenever it suits', undefined],
  ])('«%s» is the clock of %s', (text, zone) => expect(zoneOf(text)).toBe(zone));

  it.each([
    ['9:00', '09:00'],
    ['05:30', '05:30'],
    ['2PM', '14:00'],
    ['12 am', '00:00'],
    ['12PM', '12:00'],
    ['25:00', undefined],
    ['14 PM', undefined],
    ['noon', undefined],
  ])('«%s» is %s', (text, time) => expect(timeOf(text)).toBe(time));

  it.each([
    ['Tuesday', 'weekly', 'FREQ=WEEKLY;BYDAY=TU', '2026-01-06', false],
    ['Thursday', 'bi-weekly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-01-01', true],
    ['Thursday', 'biweekly starting Thursday June 7, 2018', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2018-06-07', false],
    ['Tuesday (starting September 10th 2024)', 'bi-weekly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2024-09-10', false],
    ['Friday', 'biweekly - alternating with regular meeting', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-01-09', true],
    ['Wednesday', 'every four weeks', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=WE', '2026-01-07', true],
    ['Tuesday', 'second and fourth Tuesday', 'FREQ=MONTHLY;BYDAY=2TU,4TU', '2026-01-06', false],
    ['third Wednesday', 'monthly', 'FREQ=MONTHLY;BYDAY=3WE', '2026-01-07', false],
    ['Friday', 'last Friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-01-02', false],
    ['Thursday', 'monthly', 'FREQ=MONTHLY;BYDAY=1TH', '2026-01-01', true],
    [
      'Wednesday',
      'monthly - Wednesday, after the fourth Tuesday, every month',
      'FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29',
      '2026-01-07',
      false,
    ],
  ])('«%s, %s» is %s from %s', (day, frequency, rule, startsOn, guessed) => {
    expect(rhythmOf({ day, frequency }, SINCE)).toEqual({ rule, startsOn, guessed });
  });

  it.each([
    ['daily', 'weekly'],
    ['Tuesday', 'when there is something to say'],
    ['Wednesday', 'after the last Tuesday'],
  ])('«%s, %s» tells no rhythm', (day, frequency) => expect(rhythmOf({ day, frequency }, SINCE)).toBeUndefined());
});
