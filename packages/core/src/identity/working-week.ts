import type { Schedule } from './working-hours.ts';

/** When somebody works within a week of universal time: one bit for each quarter of an hour, from Monday 00:00 UTC. */
export type Availability = Int32Array;

const QUARTERS_OF_DAY = 96;
export const QUARTERS_OF_WEEK = 7 * QUARTERS_OF_DAY;
const WORDS = QUARTERS_OF_WEEK / 32;

/** The hours of a schedule in universal time, as the clocks stand at `at`. Whoever names no day is there at any time. */
export function availabilityOf({ workingHours, timeZone }: Schedule, at: Date): Availability {
  const week = new Int32Array(WORDS);
  if (workingHours.days.length === 0) return week.fill(-1);
  const shift = Math.round(offsetMinutes(timeZone, at) / 15);
  const [from, to] = [Math.ceil(quarters(workingHours.from)), Math.floor(quarters(workingHours.to))];
  for (const day of workingHours.days) {
    for (let quarter = from; quarter < to; quarter += 1) {
      const slot = (day - 1) * QUARTERS_OF_DAY + quarter - shift;
      const wrapped = ((slot % QUARTERS_OF_WEEK) + QUARTERS_OF_WEEK) % QUARTERS_OF_WEEK;
      week[wrapped >> 5] = (week[wrapped >> 5] as number) | (1 << (wrapped & 31));
    }
  }
  return week;
}

/** How many quarters of an hour in a week two people both work. */
export function sharedQuarters(one: Availability, other: Availability): number {
  let shared = 0;
  for (let word = 0; word < WORDS; word += 1) shared += bits((one[word] as number) & (other[word] as number));
  return shared;
}

/** Minutes by which a zone is ahead of universal time at `at`. */
export function offsetMinutes(timeZone: string, at: Date): number {
  const name = clockOf(timeZone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const found = /^GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** Making one takes longer than using it; there are some 600 zones, so all of them may stay. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, clock);
  return clock;
}

const quarters = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 15;

/** How many bits of a word are set. */
function bits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
