/** Mentoring: constants and limits that contracts, screens and cards share. */
export const rhythms = ['weekly', 'every-two-weeks', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];
export const rhythmNames: Readonly<Record<Rhythm, string>> = {
  weekly: 'Every week',
  'every-two-weeks': 'Every two weeks',
  monthly: 'Every month',
};
export const daysOf: Readonly<Record<Rhythm, number>> = { weekly: 7, 'every-two-weeks': 14, monthly: 30 };

export const mentoringLimits = {
  topics: 8,
  note: 500,
  goal: 500,
  sessionNote: 2000,
  reflection: 2000,
  /** Seekers that one mentor has at a time. */
  room: 8,
  sessions: 200,
  circlePurpose: 500,
} as const;

/** A circle has six to eight peers: fewer run dry when two are away, more leave no time for each. */
export const circleSizes = { least: 6, most: 8 } as const;
export const circleSessions = { least: 3, most: 24 } as const;

/** How long a mentor has to answer; then the next one is asked. Days. */
export const MENTOR_HAS_DAYS = 5;

/** Counts of people are shown from so many on. */
export const SHOWN_FROM = 5;

export const mentorshipStates = ['active', 'paused', 'closed'] as const;
export type MentorshipState = (typeof mentorshipStates)[number];
export const requestStates = ['looking', 'asked', 'matched', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];
export const circleStates = ['forming', 'meeting', 'closed'] as const;
export type CircleState = (typeof circleStates)[number];
