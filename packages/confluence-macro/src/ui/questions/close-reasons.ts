import type { CloseReason } from '@copse/core/vocabulary';

/** Why no more answers are looked for, as readers see it. */
export const closeReasonNames: Readonly<Record<CloseReason, string>> = {
  'no-longer-needed': 'No longer needed',
  'solved-elsewhere': 'Solved elsewhere',
  'off-topic': 'Not about what this community does',
  'cannot-be-answered': 'Cannot be answered as it is',
};
