import type { CloseReason } from '@copse/core/vocabulary';

export const closeReasonNames: Record<CloseReason, string> = {
  'no-longer-needed': 'It is no longer needed',
  'solved-elsewhere': 'It was solved elsewhere',
  'off-topic': 'It does not belong here',
  'cannot-be-answered': 'It cannot be answered',
};
