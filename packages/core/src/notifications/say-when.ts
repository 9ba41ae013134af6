/** Making one takes longer than using it a thousand times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** When something is, on the clock of a zone, which is named: «Tue, 3 Mar, 10:00 CET». */
export function sayWhen(at: Date, timeZone: string): string {
  const known = clocks.get(timeZone);
  const clock = known ?? new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone });
  if (!known) clocks.set(timeZone, clock);
  return clock.format(at);
}

const FORMAT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
} as const;
