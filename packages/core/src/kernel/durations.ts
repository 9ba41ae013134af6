/** Milliseconds of a day of 24 hours: where the clock is changed, a calendar day is an hour longer or shorter. */
export const DAY_MS = 86_400_000;
