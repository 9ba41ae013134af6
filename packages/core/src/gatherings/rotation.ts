import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GivenTiming } from './gathering.ts';
import {
  addMinutes,
  datesOf,
  instantOf,
  minutesBetween,
  type PlannedDate,
  tidyTiming,
  type Timing,
  type TimingRefusal,
} from './recurrence.ts';
import { readRule, type RuleParts, writeRule } from './rule.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** From when to when one turn is, by the clock of the series. */
export type Turn = Pick<GivenTiming, 'startsLocal' | 'endsLocal'>;

/** A rule with the times that its periods are to take in turn. The rule begins with the first of them. */
export type Rotation = { readonly timeZone: string; readonly rule: string; readonly turns: readonly Turn[] };

export type RotationRefusal = TimingRefusal | 'cannot-take-turns';

/** Dates of a rule without a number of dates that are compared with those of its turns. */
const COMPARED = 120;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Deals the periods of a rule (its days, weeks, months or years) out to one series for each turn. Together they have the
 * dates that the rule alone would have, which is looked at before anything is planned by them; a turn on another weekday
 * moves its dates within their weeks, and only a rule with one weekday can be moved so.
 */
export function dealTurns({ timeZone, rule, turns }: Rotation): Result<readonly GivenTiming[], RotationRefusal> {
  const [first] = turns;
  if (!first) return refuse('cannot-take-turns');
  const tidy = tidyTiming({ timeZone, startsLocal: first.startsLocal, rule });
  if (!tidy.ok) return tidy;
  if (turns.some(({ startsLocal, endsLocal }) => ![startsLocal, endsLocal].every((one) => isDay(one, timeZone)))) {
    return refuse('no-such-time');
  }
  const read = readRule(tidy.value.rule ?? '');
  if (!read.ok) return read;
  const plain = spelledOut(read.value, tidy.value.startsLocal);
  const dealt = deal({ ...tidy.value, plain }, turns.length);
  if (!dealt) return refuse('cannot-take-turns');

  const given: GivenTiming[] = [];
  for (const [at, { parts, startsLocal }] of dealt.entries()) {
    const turn = turns[at] ?? first;
    const moved = moveTo(turn, { parts, startsLocal, days: daysBetween(first.startsLocal, turn.startsLocal) });
    if (!moved) return refuse('cannot-take-turns');
    given.push({ timeZone, ...moved });
  }
  return ok(given);
}

type Dealt = { readonly parts: RuleParts; readonly startsLocal: string };

/** One series for each turn at the time of the first, or `undefined` where they would not be the dates of the rule. */
function deal(
  { plain, timeZone, startsLocal }: Timing & { readonly plain: RuleParts },
  turns: number,
): readonly Dealt[] | undefined {
  const count = plain.get('COUNT');
  const expand = (one: Dealt, until?: Date): readonly PlannedDate[] => {
    const timing = { timeZone, startsLocal: one.startsLocal, rule: writeRule(one.parts) };
    const found = datesOf(timing, { limit: Number(count ?? COMPARED), ...(until ? { until } : {}) });
    return found.ok ? found.value : [];
  };
  const all = expand({ parts: plain, startsLocal });
  const interval = Number(plain.get('INTERVAL') ?? 1);
  const begin = periodOf(plain, startsLocal);
  const dealt: Dealt[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const own = all.filter(({ local }) => ((periodOf(plain, local) - begin) / interval) % turns === turn);
    const [first] = own;
    if (!first || interval * turns > 999) return undefined;
    const parts = new Map([...plain, ['INTERVAL', String(interval * turns)]]);
    if (count !== undefined) parts.set('COUNT', String(own.length));
    dealt.push({ parts, startsLocal: first.local });
  }
  const last = count === undefined ? all.at(-1)?.at : undefined;
  const together = dealt.flatMap((one) => expand(one, last)).map(({ local }) => local);
  const wanted = all.map(({ local }) => local);
  return together.toSorted().join() === wanted.join() ? dealt : undefined;
}

/** A rule that leaves the day of its first date unsaid, with that day: each turn begins on another one. */
function spelledOut(read: RuleParts, startsLocal: string): RuleParts {
  if ([...read.keys()].some((name) => name.startsWith('BY') && name !== 'BYMONTH' && name !== 'BYSETPOS')) return read;
  const [, month = '', day = ''] = startsLocal.slice(0, 10).split('-');
  switch (read.get('FREQ')) {
    case 'WEEKLY':
      return new Map([...read, ['BYDAY', weekdayOf(startsLocal)]]);
    case 'MONTHLY':
      return new Map([...read, ['BYMONTHDAY', String(Number(day))]]);
    case 'YEARLY':
      return new Map([['BYMONTH', String(Number(month))], ...read, ['BYMONTHDAY', String(Number(day))]]);
    default:
      return read;
  }
}

/** Which of its periods a day is in, counted from any one of them. */
function periodOf(rule: RuleParts, local: string): number {
  const [year = 0, month = 0] = local.split('-').map(Number);
  const day = dayNumber(local);
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return day;
    case 'WEEKLY':
      // The first of January 1970 was a Thursday.
      return Math.floor((day + 3 - WEEKDAYS.indexOf(rule.get('WKST') ?? 'MO')) / 7);
    case 'MONTHLY':
      return year * 12 + month;
    default:
      return year;
  }
}

/** Whether a rule says one weekday of the week, which can be another one. */
export const isOnOneWeekday = (parts: RuleParts): boolean =>
  parts.get('FREQ') === 'WEEKLY' && /^[A-Z]{2}$/u.test(parts.get('BYDAY') ?? '');

/** Whether the turns of a rule may be on other weekdays than its own. */
export function mayChangeWeekday(rule: string, startsLocal: string): boolean {
  const read = readRule(rule);
  return read.ok && isOnOneWeekday(spelledOut(read.value, startsLocal));
}

/** The weekdays on which a rule may have dates; Monday is 1. */
export function weekdaysOf(rule: string, startsLocal: string): readonly number[] {
  const read = readRule(rule);
  const days = read.ok ? spelledOut(read.value, startsLocal).get('BYDAY') : undefined;
  const all = WEEKDAYS.map((_, at) => at + 1);
  return days === undefined ? all : all.filter((one) => days.includes(WEEKDAYS[one - 1] ?? '-'));
}

/** One turn at its own time, and where it is so many days away from the first turn, on its own weekday. */
function moveTo(
  turn: Turn,
  { parts, startsLocal, days }: Dealt & { readonly days: number },
): (Turn & { readonly rule: string }) | undefined {
  if (days !== 0 && (!isOnOneWeekday(parts) || Math.abs(days) > 6)) return undefined;
  const begins = addMinutes(`${startsLocal.slice(0, 10)}${turn.startsLocal.slice(10)}`, days * 1440);
  const moved = days === 0 ? parts : new Map([...parts, ['BYDAY', weekdayOf(begins)]]);
  return {
    startsLocal: begins,
    endsLocal: addMinutes(begins, minutesBetween(turn.startsLocal, turn.endsLocal)),
    rule: writeRule(moved),
  };
}

const isDay = (local: string, timeZone: string) =>
  instantOf(local.replace(/T.*$/u, 'T12:00'), timeZone) !== undefined &&
  local.slice(11, 13) < '24' &&
  local.slice(14) < '60';
const dayNumber = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY_MS;
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
export const weekdayOf = (local: string): string => WEEKDAYS[(((dayNumber(local) + 3) % 7) + 7) % 7] ?? '';
