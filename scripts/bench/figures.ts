/** One number that the bench has found, and what it should be. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
};

export const isMet = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure) => value >= atLeast && value <= atMost;

/** Three digits that mean something. */
export const rounded = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** A figure as one line: what, how much, and whether that is what was aimed at. */
export function lineOf(figure: Figure): string {
  const { what, value, unit, atLeast, atMost } = figure;
  const aims = [
    atLeast === undefined ? undefined : `at least ${atLeast}`,
    atMost === undefined ? undefined : `at most ${atMost}`,
  ].filter((aim) => aim !== undefined);
  const aim = aims.length === 0 ? '' : `  (${aims.join(', ')}: ${isMet(figure) ? 'met' : 'MISSED'})`;
  return `${what.padEnd(54)} ${rounded(value).toLocaleString('en').padStart(9)} ${unit}${aim}`;
}
