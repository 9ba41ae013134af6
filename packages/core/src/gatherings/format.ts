/** What a gathering is like. */
export const gatheringFormats = ['meeting', 'circle', 'talk', 'office-hours', 'workshop', 'social'] as const;
export type GatheringFormat = (typeof gatheringFormats)[number];

export const gatheringFormatNames: Readonly<
  Record<GatheringFormat, { readonly name: string; readonly means: string }>
> = {
  meeting: { name: 'Meeting', means: 'Talk through what is on the agenda' },
  circle: { name: 'Circle session', means: 'A small group works on what each one brings' },
  talk: { name: 'Talk', means: 'Somebody presents, and answers questions' },
  'office-hours': { name: 'Office hours', means: 'Come by with your question' },
  workshop: { name: 'Workshop', means: 'Make or learn something together' },
  social: { name: 'Social', means: 'Get to know each other' },
};

export const gatheringModes = ['online', 'on-site', 'both'] as const;
export type GatheringMode = (typeof gatheringModes)[number];
export const gatheringModeNames: Readonly<Record<GatheringMode, string>> = {
  online: 'Online',
  'on-site': 'On site',
  both: 'On site and online',
};

export const gatheringVisibilities = ['members', 'organisation', 'partners'] as const;
export type GatheringVisibility = (typeof gatheringVisibilities)[number];

/** What somebody can say. */
export const gatheringAnswers = ['going', 'maybe', 'not-going'] as const;
export type GatheringAnswer = (typeof gatheringAnswers)[number];

/** What their answer stands at: whoever wants to come to a gathering that is full is on its waiting list. */
export const gatheringStandings = ['going', 'waiting', 'maybe', 'not-going'] as const;
export type GatheringStanding = (typeof gatheringStandings)[number];
export const gatheringStandingNames: Readonly<Record<GatheringStanding, string>> = {
  going: 'Going',
  waiting: 'On the waiting list',
  maybe: 'Maybe',
  'not-going': 'Not going',
};
