import { DAY_MS } from './durations.ts';
import { keep } from './keep.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A list tells an instant for each of its rows, and most lie in the same few hundred days. */
const MOST_DAYS = 2000;
const days = new Map<number, string>();
const two = Array.from({ length: 60 }, (_, count) => String(count).padStart(2, '0'));

/** PostgreSQL's own text of an instant inside JSON: microseconds, without zeros at the end. */
const IN_JSON = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00:00$/u;

/**
 * An instant as views tell it: ISO 8601 in UTC, cut to milliseconds, as `toISOString` writes it in eight times the time.
 * Takes what PostgreSQL writes inside JSON as well.
 *
 * @throws RangeError if it is no instant.
 */
export function utc(instant: Date | string): string {
  if (typeof instant !== 'string') return written(instant);
  const [, seconds, fraction = ''] = IN_JSON.exec(instant) ?? [];
  return seconds === undefined ? written(new Date(instant)) : `${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function written(instant: Date): string {
  const time = instant.getTime();
  const day = Math.floor(time / DAY_MS);
  const ms = time - day * DAY_MS;
  const hours = two[Math.floor(ms / HOUR_MS)];
  const minutes = two[Math.floor((ms % HOUR_MS) / MINUTE_MS)];
  const seconds = two[Math.floor((ms % MINUTE_MS) / SECOND_MS)];
  const rest = ms % SECOND_MS;
  return `${dayOf(day, instant)}T${hours}:${minutes}:${seconds}.${rest < 100 ? `0${two[rest] ?? rest}` : rest}Z`;
}

function dayOf(day: number, instant: Date): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const [text = ''] = instant.toISOString().split('T');
  keep(days, MOST_DAYS, { key: day, value: text });
  return text;
}
