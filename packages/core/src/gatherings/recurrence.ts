import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { MOST_DATES } from './limits.ts';
import { readRule, type RuleRefusal, writeRule } from './rule.ts';

/** When something happens: wall-clock time `YYYY-MM-DDTHH:MM` on the clock of an IANA zone, once or by a rule. */
export type Timing = { readonly timeZone: string; readonly startsLocal: string; readonly rule: string | undefined };

/** One date: `local` is what the clock of the zone shows at `at`. */
export type PlannedDate = { readonly local: string; readonly at: Date };

export type TimingRefusal = RuleRefusal | 'unknown-time-zone' | 'no-such-time' | 'ends-before-start';

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/u;
/** Named zones only: with «+01:00» nobody knows when the clocks change. */
const ZONE = /^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/u;
/** Periods that are looked at before a rule is taken to have no date: eight years of days. */
const MOST_PERIODS = 3000;
/** Days after which a daily series counts as one that began long ago. */
const FAR_DAYS = 366;

/**
 * Checks when something is to happen, and puts it into its one form: a rule in capitals, whose last day is an instant,
 * and a start that is its first date (RFC 5545 leaves open what a start means that the rule does not have).
 *
 * Local times that the clock skips where summer time begins are no dates of a series, as RFC 5545 says.
 */
export function tidyTiming({ timeZone, startsLocal, rule }: Timing): Result<Timing, TimingRefusal> {
  if (!isTimeZone(timeZone)) return refuse('unknown-time-zone');
  const start = zoned(startsLocal, timeZone);
  if (!start) return refuse('no-such-time');
  if (rule === undefined) return ok({ timeZone, startsLocal, rule });

  const read = readRule(rule);
  if (!read.ok) return read;
  const until = read.value.get('UNTIL');
  const last = until === undefined ? undefined : instantOfUntil(until, timeZone);
  if (until !== undefined && !last) return refuse('impossible-rule');
  if (last && Temporal.Instant.compare(last, start.toInstant()) < 0) return refuse('ends-before-start');

  const written = writeRule(last ? new Map([...read.value, ['UNTIL', utcOf(last)]]) : read.value);
  const tidy = { timeZone, startsLocal, rule: written };
  const first = datesOf(tidy, { limit: 1 });
  if (!first.ok) return first;
  const [date] = first.value;
  if (!date) return refuse('impossible-rule');
  return ok({ ...tidy, startsLocal: date.local });
}

type Window = { readonly from?: Date; readonly until?: Date; readonly limit: number };

/** The dates of a tidy timing from `from` to `until`, at most `limit`. */
export function datesOf(
  timing: Timing,
  { from, until, limit }: Window,
): Result<readonly PlannedDate[], 'impossible-rule'> {
  const start = Temporal.PlainDateTime.from(timing.startsLocal).toZonedDateTime(timing.timeZone);
  const within = (at: Temporal.ZonedDateTime) =>
    (!from || at.epochMilliseconds >= from.getTime()) && (!until || at.epochMilliseconds <= until.getTime());
  if (timing.rule === undefined) return ok(within(start) ? [dateOf(start)] : []);

  const found: PlannedDate[] = [];
  try {
    const series = new RRuleTemporal({
      rruleString: timing.rule,
      dtstart: nearer(start, timing.rule, from),
      strict: true,
      maxIterations: MOST_PERIODS,
      maxCandidateEvaluations: 100_000,
      cache: false,
      temporal: Temporal,
    });
    // `all` hands over one after the other, so that a series without an end costs no more than what is looked at.
    series.all((at) => {
      if (until && at.epochMilliseconds > until.getTime()) return false;
      if (within(at)) found.push(dateOf(at));
      return found.length < limit;
    });
  } catch {
    // What it threw was no date for thousands of periods (the 30th of February), or a rule that makes no sense.
    return found.length > 0 ? ok(found) : refuse('impossible-rule');
  }
  return ok(found);
}

/**
 * A daily series that began years ago is looked at from shortly before `from`, at the same time of the clock: which days
 * it has does not depend on the ones before, and there would be more of them than are looked at.
 */
function nearer(start: Temporal.ZonedDateTime, rule: string, from: Date | undefined): Temporal.ZonedDateTime {
  const read = readRule(rule);
  if (!from || !read.ok || read.value.get('FREQ') !== 'DAILY' || read.value.has('COUNT')) return start;
  const interval = Number(read.value.get('INTERVAL') ?? 1);
  const days = Math.floor((from.getTime() - start.epochMilliseconds) / 86_400_000);
  const local = start.toPlainDateTime();
  // A day on which the clock skips this time is no start.
  for (let turns = Math.floor(days / interval) - 2; turns * interval > FAR_DAYS; turns -= 1) {
    const later = local.add({ days: turns * interval });
    const at = later.toZonedDateTime(start.timeZoneId);
    if (at.toPlainDateTime().equals(later)) return at;
  }
  return start;
}

/** The dates in reach of a series, or that they are more than a community can follow. */
export function datesInReach(
  timing: Timing,
  from: Date,
  until: Date,
): Result<readonly PlannedDate[], 'impossible-rule' | 'too-many-dates'> {
  const dates = datesOf(timing, { from, until, limit: MOST_DATES + 1 });
  return dates.ok && dates.value.length > MOST_DATES ? refuse('too-many-dates') : dates;
}

/** Whether a name is that of a time zone whose clock we know. */
export function isTimeZone(name: string): boolean {
  if (name.length > 64 || !ZONE.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The instant at which the clock of a zone shows a time, or `undefined` where it never does. */
export function instantOf(local: string, timeZone: string): Date | undefined {
  const found = zoned(local, timeZone);
  return found && new Date(found.epochMilliseconds);
}

/** What the clock of a zone shows at an instant, to the minute. */
export const localOf = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({
    smallestUnit: 'minute',
  });

/** Minutes from one wall-clock time to another, by the face of the clock. */
export const minutesBetween = (from: string, to: string): number =>
  Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to)).total('minutes');

/** A wall-clock time so many minutes later, by the face of the clock. */
export const addMinutes = (local: string, minutes: number): string =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });

function zoned(local: string, timeZone: string): Temporal.ZonedDateTime | undefined {
  if (!LOCAL.test(local)) return undefined;
  try {
    const at = Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone);
    // Of a time that comes twice the first is meant; one that the clock skips does not come back as itself.
    return at.toPlainDateTime().toString({ smallestUnit: 'minute' }) === local ? at : undefined;
  } catch {
    return undefined;
  }
}

const dateOf = (at: Temporal.ZonedDateTime): PlannedDate => ({
  local: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  at: new Date(at.epochMilliseconds),
});

/** A last day without a time is meant to its end, on the clock of the zone. */
export function instantOfUntil(until: string, timeZone: string): Temporal.Instant | undefined {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?$/u.exec(until) ?? [];
  try {
    if (time === undefined) {
      const date = Temporal.PlainDate.from(`${year}-${month}-${day}`);
      return date.toZonedDateTime({ timeZone, plainTime: '23:59:59' }).toInstant();
    }
    const clock = time.replace(/^(\d\d)(\d\d)(\d\d)$/u, '$1:$2:$3');
    return Temporal.Instant.from(`${year}-${month}-${day}T${clock}Z`);
  } catch {
    return undefined;
  }
}

const utcOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');
