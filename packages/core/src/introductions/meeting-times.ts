import { isAtWork, type Schedule } from '../identity/working-hours.ts';
import { availabilityOf, QUARTERS_OF_WEEK } from '../identity/working-week.ts';

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
 * Three times, in order and on different days where that is possible, at which all work for half an hour. Fewer where
 * there are none: whoever shares no hours is told so, and finds a time by themselves.
 */
export function timesFor(schedules: readonly Schedule[], after: Date): readonly Date[] {
  if (schedules.length === 0) return [];
  const weeks = schedules.map((schedule) => availabilityOf(schedule, after));
  const begin = Math.ceil(after.getTime() / QUARTER_MS) + FROM_QUARTERS;
  const free = (quarter: number) => {
    const slot = (quarter - MONDAY_OF_EPOCH) % QUARTERS_OF_WEEK;
    return weeks.every((week) => (((week[slot >> 5] as number) >> (slot & 31)) & 1) === 1);
  };

  const byDay = new Map<number, number[]>();
  for (let quarter = begin + (begin % 2); quarter < begin + WITHIN_QUARTERS; quarter += 2) {
    if (!free(quarter) || !free(quarter + 1)) continue;
    const day = Math.floor(quarter / DAY_QUARTERS);
    byDay.set(day, [...(byDay.get(day) ?? []), quarter]);
  }
  // The middle of what they share on a day is nobody's first or last half hour; other hours on other days.
  const days = [...byDay.values()];
  const count = Math.min(TIMES, days.length);
  const spread = Array.from({ length: count }, (_, at) => {
    const slots = days[Math.floor((at * days.length) / count)] ?? [];
    return slots[Math.floor(((at + 1) * slots.length) / (count + 1))];
  });
  const [first] = days;
  const sameDay = days.length === 1 && first ? [first[0], first[Math.floor(first.length / 2)], first.at(-1)] : spread;
  return [...new Set(sameDay)]
    .flatMap((quarter) => (quarter === undefined ? [] : [new Date(quarter * QUARTER_MS)]))
    .filter((time) => suitsAll(schedules, time));
}

/** Where a clock is changed within these two weeks, the hours of the week are not those of the day. */
const suitsAll = (schedules: readonly Schedule[], time: Date) =>
  schedules.every((schedule) =>
    [0, MEETING_QUARTERS - 1].every((quarter) => isAtWork(schedule, new Date(time.getTime() + quarter * QUARTER_MS))),
  );
