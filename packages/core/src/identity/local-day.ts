import { offsetMinutes } from './working-week.ts';

/** The calendar day (`YYYY-MM-DD`) that it is in a zone at `at`: in the evening it may be another one than at UTC. */
export const dayAt = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetMinutes(timeZone, at) * 60_000).toISOString().slice(0, 10);
