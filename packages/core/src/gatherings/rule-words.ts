import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../kernel/say-day.ts';
import { instantOfUntil, type Timing } from './recurrence.ts';
import { readRule, writeRule } from './rule.ts';
import { keep } from '../kernel/keep.ts';

/** Made anew for every row of a list otherwise; a community has few rules. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

/**
 * How something recurs, in words: «Every 2 weeks on Monday until 16 March 2026»; `undefined` for what does not. The time
 * is said beside it, on the clock of whoever reads.
 */
export function ruleInWords({ rule, startsLocal, timeZone }: Timing): string | undefined {
  if (rule === undefined) return undefined;
  const key = `${rule} ${startsLocal} ${timeZone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const words = inWords(rule, startsLocal, timeZone);
  keep(known, MOST_KNOWN, { key, value: words });
  return words;
}

/** The words are the same in every zone, except for the last day: that is said as all days are, by the clock of its zone. */
function inWords(rule: string, startsLocal: string, timeZone: string): string {
  const read = readRule(rule);
  const parts = new Map(read.ok ? read.value : []);
  const until = parts.get('UNTIL');
  parts.delete('UNTIL');
  const dtstart = Temporal.PlainDateTime.from(startsLocal).toZonedDateTime('UTC');
  const series = new RRuleTemporal({ rruleString: read.ok ? writeRule(parts) : rule, dtstart, strict: true });
  const words = toText(series, 'en', { excludeTzAbbreviation: true })
    .replace(/ at \d{1,2}(?::\d\d)? [AP]M\b/u, '')
    .replace(/ on (?=\d|last )/gu, ' on the ')
    .replace(/ for (?=\d+ times?$)/u, ', ');
  const last = until === undefined ? undefined : instantOfUntil(until, timeZone);
  const whole = last ? `${words} until ${sayDay(last.toZonedDateTimeISO(timeZone).toPlainDate().toString())}` : words;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
