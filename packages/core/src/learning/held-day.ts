import { dayAt } from '../identity/local-day.ts';

/** Now, and where whoever notes a meeting is: “today” is their day. */
export type Here = { readonly now: Date; readonly timeZone: string };

/** A profile says UTC until somebody chooses a zone, so it tells nothing: then it is any day that it is on earth. */
const UNKNOWN = 'UTC';
const FIRST = 'Pacific/Kiritimati';
const LAST = 'Etc/GMT+12';

/** Why nobody can have met on that day (YYYY-MM-DD): it has not come yet, or it is before the day on which it all began. */
export function wrongDay(
  heldOn: string,
  began: Date,
  { now, timeZone }: Here,
): 'day-to-come' | 'day-before-beginning' | undefined {
  const known = timeZone !== UNKNOWN;
  if (heldOn > dayAt(now, known ? timeZone : FIRST)) return 'day-to-come';
  return heldOn < dayAt(began, known ? timeZone : LAST) ? 'day-before-beginning' : undefined;
}
