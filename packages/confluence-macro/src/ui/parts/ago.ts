import { dayOf } from './words.ts';

const MINUTE = 60_000;
const STEPS: readonly (readonly ['day' | 'hour' | 'minute', number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];
const LONG_AGO_DAYS = 30;

/** «just now», «5 minutes ago», «2 days ago»; what is longer ago by its date. */
export function agoOf(instant: string, now: Date): string {
  const past = now.getTime() - new Date(instant).getTime();
  if (Number.isNaN(past) || past > LONG_AGO_DAYS * 24 * 60 * MINUTE) return dayOf(instant);
  const step = STEPS.find(([, length]) => past >= length);
  if (!step) return 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(-Math.floor(past / step[1]), step[0]);
}
