/** A calendar day (`YYYY-MM-DD`), which is the same everywhere: “16 March 2026”. */
export const sayDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
