import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Participant } from './gathering.ts';
import { checkInMinutes } from './limits.ts';
import type { Occurrence } from './occurrence.ts';
import { allows } from './permission.ts';

const MINUTE_MS = 60_000;
type Date_ = Pick<Occurrence, 'startsAt' | 'endsAt' | 'cancelledAt'>;

export type AttendanceRefusal = 'not-allowed' | 'gathering-cancelled' | 'check-in-closed';

/** Whether whoever comes can say so now: from shortly before the start until a while after the end. */
export const isCheckInOpen = ({ startsAt, endsAt, cancelledAt }: Date_, now: Date) =>
  !cancelledAt &&
  now.getTime() >= startsAt.getTime() - checkInMinutes.before * MINUTE_MS &&
  now.getTime() <= endsAt.getTime() + checkInMinutes.after * MINUTE_MS;

/** Notes that somebody was there: they say so themselves, while that is open, or the host does, from the start on. */
export function noteAttendance(
  date: Date_,
  by: Participant,
  { self, now }: { readonly self: boolean; readonly now: Date },
): Result<undefined, AttendanceRefusal> {
  if (date.cancelledAt) return refuse('gathering-cancelled');
  const hosts = allows(by.relations, 'note-attendance');
  if (!hosts && !(self && allows(by.relations, 'check-in'))) return refuse('not-allowed');
  const early = now.getTime() < date.startsAt.getTime() - checkInMinutes.before * MINUTE_MS;
  if (early || (!hosts && !isCheckInOpen(date, now))) return refuse('check-in-closed');
  return ok(undefined);
}
