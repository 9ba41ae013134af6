import { isAtWork, type Schedule } from '../identity/working-hours.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringAnswer, GatheringStanding } from './format.ts';
import type { Participant } from './gathering.ts';
import { allows } from './permission.ts';

/** One date as an answer meets it, under its lock. */
export type Room = {
  readonly capacity: number | undefined;
  readonly going: number;
  /** How many wait though there are places, as after an erasure; none is counted where it is full. */
  readonly waiting: number;
  /** How whoever answers stands by now. */
  readonly mine: GatheringStanding | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelledAt: Date | undefined;
};

export type AnswerRefusal = 'not-allowed' | 'community-closed' | 'gathering-cancelled' | 'gathering-over';

/** How somebody stands after their answer, `undefined` where as before, and how many of the waiting list move up then. */
export type Answered = { readonly standing: GatheringStanding | undefined; readonly movesUp: number };

/**
 * Takes an answer. Whoever wants to come to a full gathering waits, behind those who wait already, who also have any
 * place first that has come free by itself; whoever gives a place back makes room for the first of them. The same answer
 * again changes nothing, so nobody loses a place by a second press.
 */
export function answer(
  { capacity, going, waiting, mine, endsAt, cancelledAt }: Room,
  by: Participant,
  wanted: GatheringAnswer,
  now: Date,
): Result<Answered | undefined, AnswerRefusal> {
  if (!allows(by.relations, 'answer')) return refuse('not-allowed');
  if (cancelledAt) return refuse('gathering-cancelled');
  if (endsAt <= now) return refuse('gathering-over');
  if (by.closed) return refuse('community-closed');

  if (mine === wanted) return ok(undefined);
  if (wanted === 'going') {
    const free = freePlaces({ capacity, going });
    const movesUp = Math.min(free, waiting);
    if (mine === 'waiting') return ok(movesUp > 0 ? { standing: undefined, movesUp } : undefined);
    return ok({ standing: free > waiting ? 'going' : 'waiting', movesUp });
  }
  const left = mine === 'going' ? going - 1 : going;
  return ok({ standing: wanted, movesUp: freePlaces({ capacity, going: left }) });
}

/** How many may move up. Without a capacity, all. */
export const freePlaces = ({ capacity, going }: Pick<Room, 'capacity' | 'going'>): number =>
  capacity === undefined ? Number.MAX_SAFE_INTEGER : Math.max(0, capacity - going);

const MINUTE_MS = 60_000;
/** A reminder comes an hour before, or at the end of the last hours of work before that. Milliseconds. */
export const AHEAD_MS = 60 * MINUTE_MS;
/** Longer weekends than these have no last working hour in reach. */
const DAYS_BACK = 5;
/** Nobody is reminded earlier than so many hours before. */
export const REMIND_WITHIN_HOURS = DAYS_BACK * 24 + 1;
const STEP_MS = 15 * MINUTE_MS;
const LEEWAY_MS = 10 * MINUTE_MS;

/** When somebody is reminded of what begins at `startsAt`: an hour before, or as late before that as they are at work. */
export function reminderDue(schedule: Schedule, startsAt: Date): Date {
  const wanted = new Date(startsAt.getTime() - AHEAD_MS);
  for (let back = 0; back <= DAYS_BACK * 24 * 60 * MINUTE_MS; back += STEP_MS) {
    const at = new Date(wanted.getTime() - back);
    // Not in the last minutes: what is sent then comes after work.
    if (isAtWork(schedule, at) && isAtWork(schedule, new Date(at.getTime() + LEEWAY_MS))) return at;
  }
  return wanted;
}

/**
 * When it is looked at for the first time whether somebody is to be reminded; only then their hours are asked for, since
 * they may change. Whoever answers shortly before the start is not reminded of what they have just said.
 */
export function remindFrom(standing: GatheringStanding, startsAt: Date, now: Date): Date | undefined {
  if (standing !== 'going' && standing !== 'maybe') return undefined;
  if (startsAt.getTime() - now.getTime() < 2 * AHEAD_MS) return undefined;
  return new Date(Math.max(now.getTime(), startsAt.getTime() - REMIND_WITHIN_HOURS * 60 * MINUTE_MS));
}
