/** “1 member”, “12 members”; numbers in the reader's own digits and grouping. */
export function count(number: number, one: string, many: string, locale?: string): string {
  return `${new Intl.NumberFormat(locale).format(number)} ${number === 1 ? one : many}`;
}
