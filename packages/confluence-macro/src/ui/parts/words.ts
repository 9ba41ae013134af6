/** «1 member», «3 members», «1,204 members». */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** «12 March 2026»: the day as the reader's own calendar has it, or the day itself where only a day was meant. */
export function dayOf(instantOrDay: string): string {
  const dayOnly = /^\d{4}-\d{2}-\d{2}$/u.test(instantOrDay);
  const date = new Date(dayOnly ? `${instantOrDay}T12:00:00Z` : instantOrDay);
  if (Number.isNaN(date.getTime())) return instantOrDay;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(dayOnly ? { timeZone: 'UTC' } : {}),
  }).format(date);
}

/** «Ana Silva (Design)». */
export const named = ({ name, affiliation }: { name: string; affiliation?: string | undefined }): string =>
  affiliation ? `${name} (${affiliation})` : name;
