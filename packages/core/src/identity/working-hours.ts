import type { WorkingHours } from './profile.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** When somebody works: wall-clock hours, and the IANA zone whose clock is meant. */
export type Schedule = { readonly workingHours: WorkingHours; readonly timeZone: string };

const MINUTE_MS = 60_000;
/** A week and a day: every weekday comes in it, also where a change to summer time shortens one. */
const DAYS_LOOKED_AT = 8;

/** Whether somebody is at work at `at`. Whoever names no working day keeps no hours, and is there at any time. */
export function isAtWork({ workingHours, timeZone }: Schedule, at: Date): boolean {
  if (workingHours.days.length === 0) return true;
  const { weekday, minutes } = wallClock(timeZone, at);
  return (
    workingHours.days.includes(weekday) &&
    minutes >= minutesOf(workingHours.from) &&
    minutes < minutesOf(workingHours.to)
  );
}

/**
 * The first moment from `at` on at which somebody is at work: `at` itself when they are.
 *
 * Where summer time begins within the hour at which they start, they start when the clock has jumped.
 */
export function nextAtWork(schedule: Schedule, at: Date): Date {
  if (isAtWork(schedule, at)) return at;
  for (let ahead = 0; ahead < DAYS_LOOKED_AT; ahead += 1) {
    const start = startOfWork(schedule, new Date(at.getTime() + ahead * DAY_MS));
    if (start && start > at && isAtWork(schedule, start)) return start;
  }
  // A day on which the clock skips the working hours altogether: nobody has those, but a made-up zone might.
  return new Date(at.getTime() + DAY_MS);
}

/** When work begins on the local day of `day`, or `undefined` when it is none of theirs. */
function startOfWork({ workingHours, timeZone }: Schedule, day: Date): Date | undefined {
  const local = wallClock(timeZone, day);
  if (!workingHours.days.includes(local.weekday)) return undefined;
  const wanted = minutesOf(workingHours.from);
  const guess = new Date(Math.floor(day.getTime() / MINUTE_MS) * MINUTE_MS + (wanted - local.minutes) * MINUTE_MS);
  // Between `day` and the guess the clock may have been changed: put right what that shifted.
  const found = wallClock(timeZone, guess);
  const off = wanted - found.minutes + (found.weekday === local.weekday ? 0 : wanted > found.minutes ? -1440 : 1440);
  return new Date(guess.getTime() + (Math.abs(off) <= 180 ? off : 0) * MINUTE_MS);
}

/** ISO weekday and minutes since midnight on the clock of a zone. */
function wallClock(timeZone: string, at: Date): { readonly weekday: number; readonly minutes: number } {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Making one takes longer than using it a thousand times; there are some 600 zones, so all of them may stay. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
