/** All IANA zones that the browser knows, and `current` even if it does not know that one. */
export function timeZones(current: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes('UTC') ? known : ['UTC', ...known];
  return all.includes(current) ? all : [current, ...all];
}

export const deviceTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** ISO weekdays (1 is Monday) with their short names in the reader's language. */
export function weekdays(locale: string): readonly { readonly day: number; readonly name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(new Date(Date.UTC(2024, 0, day))) }));
}
