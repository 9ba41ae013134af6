/** Why there are no dates of a timing. */
export const timingRefusals = [
  'unknown-time-zone',
  'no-such-time',
  'ends-before-start',
  'lasts-too-short',
  'lasts-too-long',
  'impossible-rule',
  'too-many-dates',
  'no-date-ahead',
] as const;

/** Why a series that is there cannot have another timing. */
export const reschedulingRefusals = [
  'no-such-gathering',
  'not-allowed',
  'community-closed',
  'gathering-cancelled',
  'changed-meanwhile',
  ...timingRefusals,
] as const;

/** Why a gathering cannot be scheduled, whether at one time or at several in turn. */
export const schedulingRefusals = [
  'no-such-community',
  'no-such-person',
  'not-allowed',
  'community-closed',
  ...timingRefusals,
] as const;
