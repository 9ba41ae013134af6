import type { FairHours } from '@copse/core/contracts';
import { clockIn, dayIn } from '../../lib/zoned.ts';
import type { GivenTiming } from './preview-dates.ts';
import { ruleOf, weekdayOf } from './recurrence-form.ts';
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

type Carries = { readonly burden: Burden; readonly times: number };
type Carrying = { readonly timeZone: string; readonly people: number; readonly carries: readonly Carries[] };

/** How often these dates ask what of each zone, the most frequent first. */
export function carriedBy(dates: readonly FairSlot[]): readonly Carrying[] {
  const byZone = Map.groupBy(
    dates.flatMap(({ zones }) => zones),
    ({ timeZone }) => timeZone,
  );
  return [...byZone].map(([timeZone, asked]) => ({
    timeZone,
    people: asked[0]?.people ?? 0,
    carries: [...Map.groupBy(asked, ({ burden }) => burden)]
      .map(([burden, those]) => ({ burden, times: those.length }))
      .toSorted((a, b) => b.times - a.times),
  }));
}

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
/** `moves`: its turns are on the weekdays that are proposed; where that is not said, if it is by the week on one day. */
type Turning = Keeping & { readonly moves?: boolean };

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
export const dayInWeekOf = (day: string, weekday: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (weekday - weekdayOf(day)) * DAY_MS).toISOString().slice(0, 10);

/** A series of several times in turn: how it stands in the form, at its first time, and all of the times. */
export type Rotation = { readonly when: TimingForm; readonly turns: readonly Turn[] };
export type Turn = Pick<GivenTiming, 'startsLocal' | 'endsLocal'>;

/**
 * The timing with proposed times in turn. By the week on one day, each turn is on the weekday that is proposed for it;
 * what recurs in another way keeps its days, and its turns differ by the hour.
 */
export function takeRotation(
  when: TimingForm,
  slots: readonly FairSlot[],
  { moves, ...keeping }: Turning,
): Rotation | undefined {
  const { every, days } = when.recurrence;
  const [first] = slots;
  if (!first || every === 'once') return undefined;
  const byWeekday = moves ?? ((every === 'week' || every === 'fortnight') && days.length < 2);
  const taken = (slot: FairSlot): TimingForm => {
    const own = takeSlot(when, slot, keeping);
    if (!byWeekday) return { ...when, from: own.from, to: own.to };
    return { ...own, day: dayInWeekOf(takeSlot(when, first, keeping).day, weekdayOf(own.day)) };
  };
  const turns = slots.flatMap((slot) => {
    const timing = timingOf(taken(slot));
    return timing ? [{ startsLocal: timing.startsLocal, endsLocal: timing.endsLocal }] : [];
  });
  return turns.length === slots.length ? { when: taken(first), turns } : undefined;
}

/** Whether these are times to take in turn: the fairest may be the same again and again. */
export const areTurns = (slots: readonly FairSlot[]): boolean =>
  new Set(slots.map(({ startsAt }) => startsAt)).size > 1;

/** Whether two timings begin at the same time on the same clock, and recur alike. */
export const beginsAlike = (one: TimingForm, other: TimingForm): boolean =>
  one.day === other.day &&
  one.from === other.from &&
  one.timeZone === other.timeZone &&
  ruleOf(one.recurrence, one.day) === ruleOf(other.recurrence, other.day);
