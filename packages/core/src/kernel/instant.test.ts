import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utc } from './instant.ts';

describe('an instant as views tell it', () => {
  it('is what toISOString writes, for every date', () => {
    for (const date of fc.sample(fc.date({ noInvalidDate: true }), 2000)) expect(utc(date)).toBe(date.toISOString());
  });

  it.each([0, 9, 59, 60, 99, 100, 999])('has three digits for %i milliseconds', (ms) => {
    const date = new Date(Date.UTC(2026, 1, 28, 23, 59, 59, ms));
    expect(utc(date)).toBe(date.toISOString());
  });

  it.each([
    ['2026-11-29T06:26:10+00:00', '2026-11-29T06:26:10.000Z'],
    ['2026-11-29T06:26:10.5+00:00', '2026-11-29T06:26:10.500Z'],
    ['2026-11-29T06:26:10.123999+00:00', '2026-11-29T06:26:10.123Z'],
    ['2026-11-29T08:26:10.12+02:00', '2026-11-29T06:26:10.120Z'],
    ['2026-11-29T06:26:10Z', '2026-11-29T06:26:10.000Z'],
  ])('is read from %s', (text, told) => expect(utc(text)).toBe(told));

  it('throws for what is none', () => {
    expect(() => utc('yesterday')).toThrow(RangeError);
    expect(() => utc(new Date(Number.NaN))).toThrow(RangeError);
  });
});
