import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtWork } from '../identity/working-hours.ts';
import { pauseBefore } from './backoff.ts';
import { type Availability, nextDigest, whenToSend } from './timing.ts';

const mara: Availability = {
  workingHours: { days: [1, 2, 3, 4], from: '09:00', to: '17:00' },
  timeZone: 'Europe/Berlin',
  awayUntil: undefined,
};
const at = (text: string) => new Date(text);
const sent = (time: 'now' | 'daily' | 'weekly', now: string, over: Partial<Availability> = {}) => {
  const timing = whenToSend(time, { ...mara, ...over }, at(now));
  return [timing.state, timing.dueAt?.toISOString()];
};

describe('what happens', () => {
  it.each([
    ['at work is gathered for twenty seconds', 'now', '2026-03-02T10:00:00Z', ['queued', '2026-03-02T10:00:20.000Z']],
    ['at night waits for the morning', 'now', '2026-03-02T22:00:00Z', ['held', '2026-03-03T08:00:00.000Z']],
    ['in the last seconds of work waits, too', 'now', '2026-03-02T15:59:50Z', ['held', '2026-03-03T08:00:00.000Z']],
    [
      'on Friday, who works until Thursday, waits for Monday',
      'now',
      '2026-03-06T10:00:00Z',
      ['held', '2026-03-09T08:00:00.000Z'],
    ],
    ['today is in the digest of tomorrow', 'daily', '2026-03-02T05:00:00Z', ['held', '2026-03-03T08:00:00.000Z']],
    [
      'on the last working day is in the digest of Monday',
      'daily',
      '2026-03-05T10:00:00Z',
      ['held', '2026-03-09T08:00:00.000Z'],
    ],
    ['this week is in the digest of the next', 'weekly', '2026-03-03T10:00:00Z', ['held', '2026-03-09T08:00:00.000Z']],
    [
      'on Monday morning is in the digest of the next Monday',
      'weekly',
      '2026-03-02T06:00:00Z',
      ['held', '2026-03-09T08:00:00.000Z'],
    ],
  ] as const)('%s', (_what, time, now, expected) => {
    expect(sent(time, now)).toEqual(expected);
  });

  it('while somebody is away waits until they are back and at work', () => {
    const awayUntil = at('2026-03-10T20:00:00Z');
    expect(sent('now', '2026-03-02T10:00:00Z', { awayUntil })).toEqual(['held', '2026-03-11T08:00:00.000Z']);
    expect(sent('daily', '2026-03-02T10:00:00Z', { awayUntil })).toEqual(['held', '2026-03-11T08:00:00.000Z']);
  });

  it('and was turned off is not sent', () => {
    expect(whenToSend('never', mara, at('2026-03-02T10:00:00Z'))).toEqual({ state: 'unwanted' });
  });

  it('is never sent outside of working hours', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01'), max: at('2027-01-01'), noInvalidDate: true }),
        fc.constantFrom('now', 'daily', 'weekly'),
        fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'),
        (now, time, timeZone) => {
          const { dueAt } = whenToSend(time, { ...mara, timeZone }, now);
          expect(dueAt && isAtWork({ ...mara, timeZone }, dueAt)).toBe(true);
          expect(dueAt!.getTime() - now.getTime()).toBeLessThan(15 * 86_400_000);
          expect(dueAt!.getTime()).toBeGreaterThan(now.getTime());
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('a digest comes in the morning to those who keep no hours', () => {
  const always = { ...mara, workingHours: { days: [], from: '09:00', to: '17:00' }, timeZone: 'UTC' };
  expect(nextDigest('daily', always, at('2026-03-02T10:00:00Z'))).toEqual(at('2026-03-03T08:00:00Z'));
});

describe('the pause before another try', () => {
  it('doubles, ends at ten minutes, and is never the same for all', () => {
    expect([1, 2, 3, 20].map((tries) => pauseBefore(tries, 0.5, undefined))).toEqual([2000, 4000, 8000, 600_000]);
    expect([0, 1].map((chance) => pauseBefore(1, chance, undefined))).toEqual([1600, 2400]);
  });

  it('is never shorter than the other side asked for', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3_600_000), (tries, chance, asked) => {
        expect(pauseBefore(tries, chance, asked)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });
});
