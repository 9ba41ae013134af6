/** Lengths in characters, counts in items. */
export const gatheringLimits = {
  title: 120,
  description: 8000,
  venue: 200,
  meetingUrl: 1000,
  reason: 300,
  rule: 300,
  hosts: 12,
  capacity: 10_000,
  agenda: 40,
  agendaText: 200,
  agendaMinutes: 480,
  recap: 20_000,
  outcomes: 20,
  outcome: 200,
} as const;

/** The shortest and the longest that one gathering may take, in minutes. */
export const gatheringMinutes = { least: 5, most: 7 * 24 * 60 } as const;

/** How far ahead the dates of a series are there to be answered, in days; a job adds what comes into reach. */
export const DAYS_AHEAD = 400;
/** A series has at most so many dates in reach: one for every working day fits in. */
export const MOST_DATES = 400;
/** How often a series may say that it happens. Two years of working days. */
export const MOST_COUNT = 520;

/** Answers that one date takes. */
export const MOST_ANSWERS = 20_000;

/** Who comes can say so from so many minutes before the start until so many after the end. */
export const checkInMinutes = { before: 15, after: 120 } as const;

/** Of zones with fewer people than that nothing is said. */
export const LEAST_PEOPLE = 5;

/** Into so many turns a series can be dealt. */
export const rotationTurns = { least: 2, most: 4 } as const;

/** Stands behind the title of a series that takes turns with others. */
export const turnWords = (turn: number, turns: number): string => ` (turn ${turn} of ${turns})`;
