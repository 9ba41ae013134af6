import { dayAt } from '../identity/local-day.ts';

/** Now, and where whoever notes a meeting is: “today” is their day. */
export type Here = { readonly now: Date; readonly timeZone: string };

/** Why nobody can have met on that day (YYYY-MM-DD): it has not come yet, or it is before the day on which it all began. */
export function wrongDay(
  heldOn: string,
  began: Date,
  { now, timeZone }: Here,
): 'day-to-come' | 'day-before-beginning' | undefined {
  if (heldOn > dayAt(now, timeZone)) return 'day-to-come';
  return heldOn < dayAt(began, timeZone) ? 'day-before-beginning' : undefined;
}
