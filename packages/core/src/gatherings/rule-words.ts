import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import { Temporal } from 'temporal-polyfill';

/** Made anew for every row of a list otherwise; a community has few rules. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

/** How something recurs, in words: «Every 2 weeks on Monday». The time is said beside it, on the clock of whoever reads. */
export function ruleInWords(rule: string, startsLocal: string): string {
  const key = `${rule} ${startsLocal}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const words = inWords(rule, startsLocal);
  if (known.size < MOST_KNOWN) known.set(key, words);
  return words;
}

function inWords(rule: string, startsLocal: string): string {
  // The words are the same in every zone; the last day is said by the clock of this one.
  const dtstart = Temporal.PlainDateTime.from(startsLocal).toZonedDateTime('UTC');
  const series = new RRuleTemporal({ rruleString: rule, dtstart, strict: true });
  const words = toText(series, 'en', { excludeTzAbbreviation: true }).replace(/ at \d{1,2}(?::\d\d)? [AP]M\b/u, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
