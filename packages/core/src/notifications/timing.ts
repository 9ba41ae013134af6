import { nextAtWork, type Schedule } from '../identity/working-hours.ts';
import type { DeliveryTime } from './kind.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** What a person's day looks like, as far as it decides when something may reach them. */
export type Availability = Schedule & { readonly awayUntil: Date | undefined };

/** Five answers within this time make one message. Milliseconds. */
export const GATHER_MS = 20_000;

export type Timing =
  | { readonly state: 'queued' | 'held'; readonly dueAt: Date }
  | { readonly state: 'unwanted'; readonly dueAt?: undefined };

/**
 * When something that happens at `now` may be sent to somebody: soon, when they are next at work, with their next
 * digest, or not at all.
 *
 * Nothing is sent outside of working hours or while somebody is away, but for what would then be too late (see `tell`). A
 * digest comes with the first working hour of a day, the weekly one with the first working day after Sunday.
 */
export function whenToSend(
  time: DeliveryTime,
  availability: Availability,
  now: Date,
  gather: number = GATHER_MS,
): Timing {
  if (time === 'never') return { state: 'unwanted' };
  if (time === 'now') {
    const soon = new Date(now.getTime() + gather);
    const dueAt = nextAvailable(availability, soon);
    return { state: dueAt > soon ? 'held' : 'queued', dueAt };
  }
  return { state: 'held', dueAt: nextDigest(time, availability, now) };
}

/** The first moment from `at` on at which something may be sent: `at` itself where it may be sent now. */
export function nextAvailable({ awayUntil, ...schedule }: Availability, at: Date): Date {
  return nextAtWork(schedule, awayUntil && awayUntil > at ? awayUntil : at);
}

/** When somebody's next digest comes: with the first working hour of a later day, or of a later week. */
export function nextDigest(rhythm: 'daily' | 'weekly', availability: Availability, now: Date): Date {
  const { timeZone, awayUntil } = availability;
  const from = awayUntil && awayUntil > now ? awayUntil : now;
  const midnight = rhythm === 'daily' ? nextMidnight(timeZone, from) : nextMonday(timeZone, from);
  // Whoever keeps no hours reads it in the morning all the same.
  const hours = availability.workingHours.days.length === 0 ? EVERY_MORNING : availability.workingHours;
  return nextAtWork({ timeZone, workingHours: hours }, midnight);
}

const EVERY_MORNING = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' };

/** Times of digests are to the hour of work, so that a minute's error at a change of the clocks does no harm. */
const nextMidnight = (timeZone: string, at: Date): Date =>
  nextAtWork({ timeZone, workingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:01' } }, startAfter(at));

function nextMonday(timeZone: string, at: Date): Date {
  const monday = { timeZone, workingHours: { days: [1], from: '00:00', to: '00:01' } };
  const found = nextAtWork(monday, startAfter(at));
  return found.getTime() - at.getTime() > 7 * DAY_MS + 60_000 ? new Date(at.getTime() + 7 * DAY_MS) : found;
}

/** Past the minute in which the day begins, so that «next» is never today. */
const startAfter = (at: Date) => new Date(at.getTime() + 60_000);
