/** Lengths in characters, counts in items. */
export const communityLimits = {
  name: 80,
  purpose: 500,
  domain: 1000,
  practice: 1000,
  charter: 20_000,
  welcome: 4000,
  cadence: 120,
  topics: 8,
  firstSteps: 12,
  firstStep: 160,
  note: 500,
  connections: 12,
} as const;
