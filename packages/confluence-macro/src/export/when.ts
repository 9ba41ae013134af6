const LOCALE = 'en-GB';

/** «Tue, 1 December 2026, 10:00–11:00» by the reader's own clock, or by that of a zone. */
export function whenOf(startsAt: string, endsAt: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  }).formatRange(new Date(startsAt), new Date(endsAt));
}

/** «16:00 in Berlin»: the clock that the gathering follows. */
export function clockOf(startsAt: string, timeZone: string): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return `${timeOf(startsAt, timeZone)} in ${place}`;
}

/** Whether the reader's clock shows the same as that of the gathering. */
export const sameClock = (startsAt: string, timeZone: string): boolean =>
  timeOf(startsAt, timeZone) === timeOf(startsAt, undefined);

const timeOf = (instant: string, timeZone: string | undefined) =>
  new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(instant));
