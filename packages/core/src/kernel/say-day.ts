/** A calendar day (`YYYY-MM-DD`), as Copse says it wherever it is not the reader's own program that does: “16 March 2026”. */
export const sayDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
