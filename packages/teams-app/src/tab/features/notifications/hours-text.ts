type Hours = { readonly days: readonly number[]; readonly from: string; readonly to: string };

/** “Mon, Tue, Wed, 09:00 to 17:00”. Days are ISO weekdays: 1 is Monday, 7 is Sunday. */
export function hoursText({ days, from, to }: Hours, locale: string): string {
  if (days.length === 0) return 'on no days';
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return `${days.map((day) => name.format(new Date(Date.UTC(2024, 0, day)))).join(', ')}, ${from} to ${to}`;
}
