import type { WorkingHours } from '../identity/profile.ts';
import { LEAST_PEOPLE } from './limits.ts';
import { localOf } from './recurrence.ts';

/** People who live by the same clock and keep the same hours. */
export type Hours = { readonly timeZone: string; readonly workingHours: WorkingHours; readonly people: number };

/** What a time asks of somebody: nothing within their hours, more at the edges of the day, most at night or on a day off. */
export const burdens = ['none', 'early', 'late', 'day-off', 'night'] as const;
export type Burden = (typeof burdens)[number];
export const burdenWeights: Readonly<Record<Burden, number>> = { none: 0, early: 1, late: 1, 'day-off': 3, night: 5 };

/** What a time asks of the people of one zone. */
export type ZoneBurden = {
  readonly timeZone: string;
  readonly people: number;
  /** `YYYY-MM-DDTHH:MM` on their clock. */
  readonly local: string;
  /** What it asks of most of them. */
  readonly burden: Burden;
};
export type Slot = { readonly at: Date; readonly weight: number; readonly zones: readonly ZoneBurden[] };

const HALF_HOUR_MS = 30 * 60_000;
const SLOTS_OF_WEEK = 7 * 48;
const WEEK_MINUTES = 7 * 24 * 60;
/** Proposals are at least so far apart, or they would all be the same morning. Milliseconds. */
const APART_MS = 2 * 60 * 60_000;

/** The times of the week from `week` on that ask least of everybody together, the best first. */
export function proposeSlots(all: readonly Hours[], minutes: number, week: Date, limit: number): readonly Slot[] {
  return apart(weighed(all, minutes, week), limit).map((slot) => shown(all, minutes, slot));
}

/** Weekdays on the clock of a zone; Monday is 1. */
export type Days = { readonly timeZone: string; readonly weekdays: readonly number[] };

/**
 * Times that a series can take in turn, so that no zone always carries the burden: each next one is chosen to keep what
 * falls on the most burdened person smallest. `on`: only on these days.
 */
export function rotateSlots(
  all: readonly Hours[],
  minutes: number,
  week: Date,
  { turns, on }: { readonly turns: number; readonly on?: Days | undefined },
): readonly Slot[] {
  const every = weighed(all, minutes, week);
  const begins = on && minuteOfWeek(localOf(week, on.timeZone));
  const candidates = every.filter(
    (_, slot) => begins === undefined || on?.weekdays.includes(weekdayAt(begins + slot * 30)) === true,
  );
  const carried = all.map(() => 0);
  const chosen: Weighed[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const best = leastOf(candidates, ({ weights, total }) => {
      const worst = Math.max(0, ...weights.map((weight, at) => weight + (carried[at] ?? 0)));
      return worst * 1_000_000 + total;
    });
    if (!best) break;
    chosen.push(best);
    best.weights.forEach((weight, at) => (carried[at] = (carried[at] ?? 0) + weight));
  }
  return chosen.map((slot) => shown(all, minutes, slot));
}

/** Whether a time is on a day off of more than half of everybody. */
export function isDayOffOfMost(all: readonly Hours[], { at }: Pick<Slot, 'at'>): boolean {
  const off = all.filter(({ timeZone, workingHours }) => isDayOff(workingHours, minuteOfWeek(localOf(at, timeZone))));
  return countOf(off) * 2 > countOf(all);
}

const countOf = (all: readonly Hours[]) => all.reduce((sum, { people }) => sum + people, 0);

/** What dates ask of each zone, in the order of the dates. */
export const burdenOfDates = (
  all: readonly Hours[],
  dates: readonly { readonly at: Date; readonly minutes: number }[],
): readonly Omit<Slot, 'weight'>[] => dates.map(({ at, minutes }) => shown(all, minutes, { at, total: 0 }));

type Weighed = { readonly at: Date; readonly weights: readonly number[]; readonly total: number };

/** Every half hour of the week, with what it asks of one person of each group. */
function weighed(all: readonly Hours[], minutes: number, week: Date): readonly Weighed[] {
  const begins = all.map(({ timeZone }) => minuteOfWeek(localOf(week, timeZone)));
  return Array.from({ length: SLOTS_OF_WEEK }, (_, slot) => {
    const weights = all.map(
      (one, at) => burdenWeights[burdenOf(one.workingHours, (begins[at] ?? 0) + slot * 30, minutes)],
    );
    const total = weights.reduce((sum, weight, at) => sum + weight * (all[at]?.people ?? 0), 0);
    return { at: new Date(week.getTime() + slot * HALF_HOUR_MS), weights, total };
  });
}

/** What it asks of somebody with these hours, from a minute of their week on. */
export function burdenOf(hours: WorkingHours, minuteOfTheirWeek: number, minutes: number): Burden {
  const ofDay = minuteOfTheirWeek % 1440;
  const end = ofDay + minutes;
  if (ofDay < 6 * 60 || end > 22 * 60) return 'night';
  if (hours.days.length === 0) return 'none';
  if (isDayOff(hours, minuteOfTheirWeek)) return 'day-off';
  if (ofDay < minutesOf(hours.from)) return 'early';
  return end > minutesOf(hours.to) ? 'late' : 'none';
}

/** Whoever names no day works on any. */
const isDayOff = ({ days }: WorkingHours, minuteOfTheirWeek: number) =>
  days.length > 0 && !days.includes(weekdayAt(minuteOfTheirWeek));

const weekdayAt = (minute: number) => Math.floor((minute % WEEK_MINUTES) / 1440) + 1;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes since Monday began, on the face of a clock. */
function minuteOfWeek(local: string): number {
  const weekday = (new Date(`${local}:00Z`).getUTCDay() + 6) % 7;
  return weekday * 1440 + minutesOf(local.slice(11));
}

function leastOf<One>(all: readonly One[], weightOf: (one: One) => number): One | undefined {
  let best: { readonly one: One; readonly weight: number } | undefined;
  for (const one of all) {
    const weight = weightOf(one);
    if (!best || weight < best.weight) best = { one, weight };
  }
  return best?.one;
}

function apart(all: readonly Weighed[], limit: number): readonly Weighed[] {
  const chosen: Weighed[] = [];
  for (const slot of all.toSorted((a, b) => a.total - b.total || a.at.getTime() - b.at.getTime())) {
    if (chosen.length === limit) break;
    if (chosen.every(({ at }) => Math.abs(at.getTime() - slot.at.getTime()) >= APART_MS)) chosen.push(slot);
  }
  return chosen;
}

/** Zones of five people or more, the largest first; of the others nothing is said. */
function shown(all: readonly Hours[], minutes: number, { at, total }: Pick<Weighed, 'at' | 'total'>): Slot {
  const byZone = Map.groupBy(all, ({ timeZone }) => timeZone);
  const zones = [...byZone].flatMap(([timeZone, groups]) => {
    const people = groups.reduce((sum, group) => sum + group.people, 0);
    if (people < LEAST_PEOPLE) return [];
    const local = localOf(at, timeZone);
    const counts = new Map<Burden, number>();
    for (const group of groups) {
      const burden = burdenOf(group.workingHours, minuteOfWeek(local), minutes);
      counts.set(burden, (counts.get(burden) ?? 0) + group.people);
    }
    const [burden] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? (['none'] as const);
    return [{ timeZone, people, local, burden }];
  });
  return { at, weight: total, zones: zones.toSorted((a, b) => b.people - a.people) };
}
