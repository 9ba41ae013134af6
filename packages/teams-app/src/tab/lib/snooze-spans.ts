export const DAY_MS = 86_400_000;

/** How long a topic can rest: days, and how that is said. */
export const snoozeSpans = [
  [7, 'For a week'],
  [30, 'For a month'],
  [90, 'For three months'],
  [365, 'For a year'],
] as const;
