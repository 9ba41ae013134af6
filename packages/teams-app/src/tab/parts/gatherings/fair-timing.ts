import type { FairHours } from '@copse/core/contracts';
import { clockIn, dayIn } from '../../lib/zoned.ts';
import { once, type Recurrence, ruleOf, weekdayOf } from './recurrence-form.ts';
import { type TimingForm, timingOf } from './timing-form.ts';

export type FairSlot = FairHours['slots'][number];
type Burden = FairSlot['zones'][number]['burden'];

/** What a time asks of the people of a zone, after their name and their clock. */
export const burdenWords: Readonly<Record<Burden, string>> = {
  none: 'within their hours',
  early: 'before their hours',
  late: 'after their hours',
  'day-off': 'on a day off',
  night: 'at night',
};

const LEAST = 15;
const MOST = 480;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long a gathering with this timing is, in minutes, as far as proposals go. */
export function minutesOf(when: TimingForm): number {
  const timing = timingOf(when);
  if (!timing) return 60;
  const minutes = (Date.parse(`${timing.endsLocal}:00Z`) - Date.parse(`${timing.startsLocal}:00Z`)) / MINUTE_MS;
  return Math.min(MOST, Math.max(LEAST, minutes));
}

/** A series that runs keeps its first week, so that its rhythm goes on and no date to come is called off for it. */
type Keeping = { readonly runs: boolean };

/** The timing with a proposed time in place of its own, on the clock that the form already keeps. */
export function takeSlot(when: TimingForm, { startsAt }: FairSlot, { runs }: Keeping): TimingForm {
  const { timeZone, recurrence } = when;
  const proposed = dayIn(startsAt, timeZone);
  const endsAt = new Date(Date.parse(startsAt) + minutesOf(when) * MINUTE_MS).toISOString();
  return {
    timeZone,
    day: runs && recurrence.every !== 'once' ? dayInWeekOf(when.day, weekdayOf(proposed)) : proposed,
    from: clockIn(startsAt, timeZone),
    to: clockIn(endsAt, timeZone),
    recurrence: { ...recurrence, days: [] },
  };
}

/** The day of the same week, from Monday (1) to Sunday (7). */
const dayInWeekOf = (day: string, weekday: number): string => shifted(day, weekday - weekdayOf(day));

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Weeks from one date of a series to the next, where it goes by the week on one day. */
const weeksOf = ({ every, days }: Recurrence): number | undefined =>
  days.length > 1 ? undefined : every === 'week' ? 1 : every === 'fortnight' ? 2 : undefined;

/** Whether the turns of such a series can be filled in; the others are explained only. */
export const canTakeTurns = ({ recurrence }: TimingForm): boolean => weeksOf(recurrence) !== undefined;

/**
 * The timing of one turn of a series that changes between times: it comes every `turns` times as seldom as the whole,
 * and each turn begins one step after the one before it.
 */
export function takeTurn(
  when: TimingForm,
  slot: FairSlot,
  { turn, turns, runs }: Keeping & { readonly turn: number; readonly turns: number },
): TimingForm {
  const weeks = weeksOf(when.recurrence) ?? 1;
  const first = takeSlot(when, slot, { runs });
  const day = shifted(first.day, turn * weeks * 7);
  const every = weeks * turns;
  if (every === 2) return { ...first, day, recurrence: { ...first.recurrence, every: 'fortnight' } };
  const rule = ruleOf({ ...first.recurrence, every: 'week' }, day)?.replace(
    'FREQ=WEEKLY',
    `FREQ=WEEKLY;INTERVAL=${every}`,
  );
  return { ...first, day, recurrence: { ...once, every: 'rule', rule: rule ?? '' } };
}

/** Whether two timings begin at the same time on the same clock, and recur alike. */
export const beginsAlike = (one: TimingForm, other: TimingForm): boolean =>
  one.day === other.day &&
  one.from === other.from &&
  one.timeZone === other.timeZone &&
  ruleOf(one.recurrence, one.day) === ruleOf(other.recurrence, other.day);
