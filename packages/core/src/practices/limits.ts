/** Lengths in characters, counts in items. */
export const practiceLimits = {
  title: 120,
  context: 4000,
  body: 40_000,
  topics: 8,
  note: 500,
  story: 4000,
  team: 80,
  measure: 80,
  unit: 20,
  credits: 50,
} as const;
