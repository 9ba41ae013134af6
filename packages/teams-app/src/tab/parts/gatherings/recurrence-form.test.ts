import { describe, expect, it } from 'vitest';
import { once, type Recurrence, recurrenceChoices, ruleOf } from './recurrence-form.ts';

const day = '2026-03-10'; // the second Tuesday
const rule = (given: Partial<Recurrence>) => ruleOf({ ...once, ...given }, day);

it('the choices are named after the first day', () => {
  const names = recurrenceChoices(day).map(({ name }) => name);
  expect(names).toContain('The second Tuesday of the month');
  expect(names).toContain('The last Tuesday of the month');
  expect(recurrenceChoices('2026-03-31').map(({ name }) => name)).not.toContain('The fifth Tuesday of the month');
});

describe('a rule', () => {
  it.each([
    [{ every: 'once' }, undefined],
    [{ every: 'week' }, 'FREQ=WEEKLY;BYDAY=TU'],
    [{ every: 'week', days: [4, 1] }, 'FREQ=WEEKLY;BYDAY=MO,TH'],
    [{ every: 'fortnight' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    [{ every: 'nth-weekday' }, 'FREQ=MONTHLY;BYDAY=2TU'],
    [{ every: 'last-weekday' }, 'FREQ=MONTHLY;BYDAY=-1TU'],
    [{ every: 'month-day' }, 'FREQ=MONTHLY;BYMONTHDAY=10'],
    [{ every: 'workday' }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    [{ every: 'rule', rule: ' FREQ=DAILY ' }, 'FREQ=DAILY'],
  ] as const)('comes out of %j', (given, expected) => {
    expect(rule(given)).toBe(expected);
  });

  it('ends on a day, or after a number of dates', () => {
    expect(rule({ every: 'day', ends: 'on', until: '2026-06-01' })).toBe('FREQ=DAILY;UNTIL=20260601');
    expect(rule({ every: 'day', ends: 'after', count: '12' })).toBe('FREQ=DAILY;COUNT=12');
  });
});
