/** How often a community introduces its people to each other. */
export const introductionCadences = ['by-hand', 'weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export type IntroductionCadence = (typeof introductionCadences)[number];

export const introductionCadenceNames: Readonly<Record<IntroductionCadence, string>> = {
  'by-hand': 'When a coordinator begins one',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every four weeks',
  quarterly: 'Every thirteen weeks',
};

/** Days from one round to the next. */
export const cadenceDays: Readonly<Record<Exclude<IntroductionCadence, 'by-hand'>, number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
  quarterly: 91,
};

/** How many people are introduced to each other. */
export const groupSizes = { least: 2, most: 8 } as const;

export const meetingOutcomes = ['met', 'planned', 'not-met'] as const;
export type MeetingOutcome = (typeof meetingOutcomes)[number];

export const meetingOutcomeNames: Readonly<Record<MeetingOutcome, string>> = {
  met: 'We met',
  planned: 'We have a date',
  'not-met': 'Not yet',
};

export const introductionLimits = {
  team: 80,
  /** Days that somebody may pause. */
  pauseDays: 366,
  /** People whom one person may keep apart from. */
  keptApart: 200,
  /** Groups that a preview shows. */
  previewed: 50,
} as const;

/** Nobody is introduced twice within so long, in whatever communities: a week, less what a round may begin late. */
export const A_WEEK_MS = 6.5 * 24 * 60 * 60 * 1000;
/** Whoever joined a community within so many days is new in it. */
export const NEWCOMER_DAYS = 90;
/** Figures about what people answered are shown from so many answers on. */
export const FEWEST_ANSWERS = 5;
/** Minutes that a first meeting is proposed for. */
export const MEETING_MINUTES = 30;
