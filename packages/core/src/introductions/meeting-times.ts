import type { Schedule } from '../identity/working-hours.ts';
import { availabilityOf, offsetMinutes, QUARTERS_OF_WEEK } from '../identity/working-week.ts';

const QUARTER_MS = 15 * 60 * 1000;
const DAY_QUARTERS = 96;
const MEETING_QUARTERS = 2;
const TIMES = 3;
/** People have a day to read the message, and the week after next is soon enough. */
const FROM_QUARTERS = DAY_QUARTERS;
const WITHIN_QUARTERS = 12 * DAY_QUARTERS;
/** 1970 began on a Thursday. */
const MONDAY_OF_EPOCH = 4 * DAY_QUARTERS;

/**
 * Three times, in order, at which all work for half an hour: on days that are different for each of them where that is
 * possible, else several on a day. Fewer only where there are no more: whoever shares no hours is told so, and finds a
 * time by themselves.
 */
export function timesFor(schedules: readonly Schedule[], after: Date): readonly Date[] {
  if (schedules.length === 0) return [];
  const begin = Math.ceil(after.getTime() / QUARTER_MS) + FROM_QUARTERS;
  const end = begin + WITHIN_QUARTERS;
  const clocks = schedules.map((schedule) => clockOf(schedule, begin, end));

  const free: number[] = [];
  for (let quarter = begin + (begin % 2); quarter + MEETING_QUARTERS <= end; quarter += MEETING_QUARTERS) {
    if (clocks.every(({ works }) => works(quarter) && works(quarter + 1))) free.push(quarter);
  }
  const chosen = onDays(daysOf(free, clocks));
  while (chosen.length < Math.min(TIMES, free.length)) chosen.push(farthestFrom(chosen, free));
  return chosen.sort((a, b) => a - b).map((quarter) => new Date(quarter * QUARTER_MS));
}

/** When somebody works and which day it is for them, by quarters of an hour since 1970. */
type Clock = { readonly works: (quarter: number) => boolean; readonly day: (quarter: number) => number };

/** Where the clock is changed within these two weeks, the hours of the week are others from then on. */
function clockOf(schedule: Schedule, begin: number, end: number): Clock {
  const offset = (quarter: number) => offsetMinutes(schedule.timeZone, new Date(quarter * QUARTER_MS));
  const from = { week: availabilityOf(schedule, new Date(begin * QUARTER_MS)), offset: offset(begin) };
  let [changed, to] = [end, from];
  if (offset(end) !== from.offset) {
    for (let before = begin; changed - before > 1;) {
      const middle = Math.floor((before + changed) / 2);
      if (offset(middle) === from.offset) before = middle;
      else changed = middle;
    }
    to = { week: availabilityOf(schedule, new Date(changed * QUARTER_MS)), offset: offset(changed) };
  }
  return {
    works(quarter) {
      const { week } = quarter < changed ? from : to;
      const slot = (quarter - MONDAY_OF_EPOCH) % QUARTERS_OF_WEEK;
      return (((week[slot >> 5] as number) >> (slot & 31)) & 1) === 1;
    },
    day: (quarter) => Math.floor((quarter + (quarter < changed ? from : to).offset / 15) / DAY_QUARTERS),
  };
}

/**
 * Times that are on one day for each of these people, day by day, and no day is the same for anybody as the one before.
 * A time that is on one of these days for some and on another for others is in none of them.
 */
function daysOf(free: readonly number[], clocks: readonly Clock[]): readonly (readonly number[])[] {
  const days: number[][] = [];
  let dates: readonly number[] = [];
  for (const quarter of free) {
    const here = clocks.map(({ day }) => day(quarter));
    if (here.every((date, at) => date === dates[at])) days.at(-1)?.push(quarter);
    else if (here.every((date, at) => date !== dates[at])) {
      days.push([quarter]);
      dates = here;
    }
  }
  return days;
}

/** The middle of what they share on a day is nobody's first or last half hour; other hours on other days. */
function onDays(days: readonly (readonly number[])[]): number[] {
  const count = Math.min(TIMES, days.length);
  return Array.from({ length: count }, (_, at) => {
    const times = days[Math.floor((at * days.length) / count)] as readonly number[];
    return times[Math.floor(((at + 1) * times.length) / (count + 1))] as number;
  });
}

/** The time that leaves most between itself and those that are chosen. */
function farthestFrom(chosen: readonly number[], free: readonly number[]): number {
  const between = (quarter: number) => Math.min(...chosen.map((one) => Math.abs(one - quarter)));
  return free.reduce((best, quarter) => (between(quarter) > between(best) ? quarter : best));
}
