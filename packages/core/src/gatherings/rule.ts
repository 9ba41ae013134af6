import { ok, refuse, type Result } from '../kernel/result.ts';
import { MOST_COUNT } from './limits.ts';

export type RuleRefusal = 'impossible-rule' | 'too-many-dates';

/** What a rule may say, as RFC 5545 has it. What would happen within a day is no gathering of a community. */
const FREQUENCIES: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const TOO_OFTEN: ReadonlySet<string> = new Set(['HOURLY', 'MINUTELY', 'SECONDLY']);

const numbers = (most: number, negative: boolean) => (text: string) =>
  text.split(',').every((one) => {
    if (!/^[+-]?\d{1,3}$/u.test(one)) return false;
    const number = Number(one);
    return number !== 0 && Math.abs(number) <= most && (negative || number > 0);
  });

/** What each part may hold; the libraries that expand rules let some of this pass, and ignore it. */
const parts: Readonly<Record<string, (text: string) => boolean>> = {
  FREQ: (text) => FREQUENCIES.has(text),
  INTERVAL: (text) => /^[1-9]\d{0,2}$/u.test(text),
  COUNT: (text) => /^[1-9]\d{0,8}$/u.test(text),
  UNTIL: (text) => /^\d{8}(?:T\d{6}Z)?$/u.test(text),
  BYDAY: (text) =>
    /^(?:[+-]?[1-9]\d?)?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-9]\d?)?(?:MO|TU|WE|TH|FR|SA|SU))*$/u.test(text),
  BYMONTHDAY: numbers(31, true),
  BYYEARDAY: numbers(366, true),
  BYWEEKNO: numbers(53, true),
  BYMONTH: numbers(12, false),
  BYSETPOS: numbers(366, true),
  WKST: (text) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/u.test(text),
};

/** A rule taken apart, in the order in which it was written. */
export type RuleParts = ReadonlyMap<string, string>;

/** Reads a recurrence rule (RFC 5545, section 3.3.10), with or without `RRULE:` before it. */
export function readRule(text: string): Result<RuleParts, RuleRefusal> {
  const read = new Map<string, string>();
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/u, '')
    .replace(/;$/u, '');
  for (const part of written.split(';')) {
    const [name = '', value = '', more] = part.split('=');
    if (name === 'FREQ' && TOO_OFTEN.has(value)) return refuse('too-many-dates');
    const isGood = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (more !== undefined || read.has(name) || !isGood?.(value)) return refuse('impossible-rule');
    read.set(name, value);
  }
  if (!read.has('FREQ') || (read.has('COUNT') && read.has('UNTIL'))) return refuse('impossible-rule');
  if (Number(read.get('COUNT') ?? 1) > MOST_COUNT) return refuse('too-many-dates');
  return ok(read);
}

export const writeRule = (read: RuleParts): string => [...read].map(([name, value]) => `${name}=${value}`).join(';');
