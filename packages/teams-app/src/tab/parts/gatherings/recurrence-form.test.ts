import { describe, expect, it } from 'vitest';
import { once, type Recurrence, recurrenceChoices, recurrenceOf, ruleOf } from './recurrence-form.ts';

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

describe('a form of a series that is there', () => {
  it.each([
    [undefined, { every: 'once' }],
    ['FREQ=WEEKLY;BYDAY=TU', { every: 'week', days: [] }],
    ['FREQ=WEEKLY;BYDAY=MO,TH', { every: 'week', days: [1, 4] }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=12', { every: 'fortnight', ends: 'after', count: '12' }],
    ['FREQ=MONTHLY;BYDAY=2TU', { every: 'nth-weekday' }],
    ['BYDAY=-1TU;FREQ=MONTHLY', { every: 'last-weekday' }],
    ['FREQ=WEEKLY;INTERVAL=2', { every: 'fortnight', days: [] }],
    ['FREQ=MONTHLY;BYMONTHDAY=10', { every: 'month-day' }],
    ['FREQ=MONTHLY;COUNT=4', { every: 'month-day', count: '4' }],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', { every: 'workday' }],
    ['FREQ=DAILY;UNTIL=20260601', { every: 'day', ends: 'on', until: '2026-06-01' }],
  ] as const)('says %j in plain choices', (text, expected) => {
    expect(recurrenceOf(text, day)).toMatchObject(expected);
  });

  it.each(['FREQ=MONTHLY;BYDAY=3TU', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU', 'FREQ=DAILY;UNTIL=20260601T120000Z'])(
    'keeps %s as it is, which no choice says',
    (text) => {
      expect(recurrenceOf(text, day)).toMatchObject({ every: 'rule', rule: text });
      expect(ruleOf(recurrenceOf(text, day), day)).toBe(text);
    },
  );
});
