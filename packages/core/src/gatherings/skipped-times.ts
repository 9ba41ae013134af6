import { Temporal } from 'temporal-polyfill';
import { datesOf } from './recurrence.ts';

/** How far ahead a series without an end is looked at. */
const YEARS = 20;

type Gap = { readonly from: Temporal.PlainDateTime; readonly to: Temporal.PlainDateTime };

/**
 * The days on which the clock of a zone skips the time at which a series begins, as that time of the clock: whenever
 * summer time begins there, in the twenty years from the start on. Whether the rule falls on these days is not looked at.
 */
export function skippedTimes(startsLocal: string, timeZone: string): readonly Temporal.PlainDateTime[] {
  const start = Temporal.PlainDateTime.from(startsLocal);
  return gapsFrom(start.year, timeZone).flatMap(({ from, to }) => {
    const that = from.toPlainDate().toPlainDateTime(start.toPlainTime());
    const after = Temporal.PlainDateTime.compare(that, start) > 0;
    return after && !isBefore(that, from) && isBefore(that, to) ? [that] : [];
  });
}

const COUNT = /COUNT=(\d+)/u;

/**
 * A rule as calendar programs count: of so many dates, those that the clock skips are none of ours, but theirs. Any other
 * rule stays as it is.
 */
export function countedWithSkipped(
  rule: string,
  startsLocal: string,
  skipped: readonly Temporal.PlainDateTime[],
): string {
  const count = Number(COUNT.exec(rule)?.[1]);
  if (!count || skipped.length === 0) return rule;
  const none = new Set(skipped.map((time) => time.toString({ smallestUnit: 'minute' })));
  let longer = rule;
  for (let [before, more] = [-1, 0]; more > before;) {
    longer = rule.replace(COUNT, `COUNT=${count + more}`);
    // In UTC no time is skipped: these are the days that the rule falls on.
    const dates = datesOf({ timeZone: 'UTC', startsLocal, rule: longer }, { limit: count + more });
    [before, more] = [more, dates.ok ? dates.value.filter(({ local }) => none.has(local)).length : more];
  }
  return longer;
}

const isBefore = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) => Temporal.PlainDateTime.compare(a, b) < 0;

const known = new Map<string, readonly Gap[]>();

/** What a zone’s clock skips from a year on; the same for all who gather there, and slow to find out. */
function gapsFrom(year: number, timeZone: string): readonly Gap[] {
  const key = `${year} ${timeZone}`;
  const found = known.get(key) ?? findGaps(year, timeZone);
  known.set(key, found);
  return found;
}

function findGaps(year: number, timeZone: string): Gap[] {
  const gaps: Gap[] = [];
  let at = Temporal.PlainDateTime.from({ year, month: 1, day: 1 })
    .toZonedDateTime(timeZone)
    .getTimeZoneTransition('next');
  while (at && at.year <= year + YEARS) {
    const before = at.subtract({ nanoseconds: 1 });
    const skipped = at.offsetNanoseconds - before.offsetNanoseconds;
    const to = at.toPlainDateTime();
    if (skipped > 0) gaps.push({ from: to.subtract({ nanoseconds: skipped }), to });
    at = at.getTimeZoneTransition('next');
  }
  return gaps;
}
