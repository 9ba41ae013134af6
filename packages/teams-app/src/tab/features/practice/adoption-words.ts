import type { AdoptionView } from '@copse/core/contracts';
import type { AdoptionOutcome } from '@copse/core/vocabulary';

export const outcomeNames: Record<AdoptionOutcome, string> = {
  helped: 'It helped',
  mixed: 'Mixed',
  'did-not-help': 'It did not help',
  'too-early': 'Too early to say',
};

/** “Lead time: 12 → 8 days”, or “Lead time: 8 days” where nobody measured before. */
export function measureText(measure: NonNullable<AdoptionView['measure']>, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const { name, before, after, unit } = measure;
  const values = before === undefined ? number.format(after) : `${number.format(before)} → ${number.format(after)}`;
  return [`${name}: ${values}`, unit].filter(Boolean).join(' ');
}

/** A number as people type it: decimal comma or point, spaces allowed. `undefined` for what is no number. */
export function typedNumber(text: string): number | undefined {
  const tidy = text
    .trim()
    .replaceAll(/[\s\u00A0\u202F']/gu, '')
    .replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/u.test(tidy)) return undefined;
  const number = Number(tidy);
  return Math.abs(number) <= 1e12 ? number : undefined;
}
