/** When things are, on the clock of a zone. `locale` is the host's BCP 47 tag; instants are ISO UTC strings. */

/** The calendar day (`YYYY-MM-DD`) on which something is, for grouping. */
export function dayIn(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(instant));
}

/** “Tuesday, 3 March 2026”. */
export function dayName(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** “10:00 – 11:00”, and the days too where it begins and ends on different ones. */
export function timeRange(startsAt: string, endsAt: string, locale: string, timeZone: string): string {
  const sameDay = dayIn(startsAt, timeZone) === dayIn(endsAt, timeZone);
  const style = sameDay ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone });
  return format.formatRange(new Date(startsAt), new Date(endsAt));
}

/** “Tuesday”. */
export const weekdayIn = (instant: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(new Date(instant));

/** “Tue 3 Mar, 09:00”; the time as `timeRange` shows it, which no format with parts of its own does. */
export function shortMoment(instant: string, locale: string, timeZone: string): string {
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return `${day.format(at)}, ${time.format(at)}`;
}

/** The name of a zone as people say it: “Los Angeles”, “Kathmandu”. */
export const zoneName = (timeZone: string): string => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;

/** Whether the clocks of two zones show the same at a moment. */
export function sameClock(instant: string, one: string, other: string): boolean {
  const shows = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
  return one === other || shows(one) === shows(other);
}

/** What the clock of a zone shows (`HH:MM`), as a form wants it. */
export function clockIn(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(new Date(instant));
}
