import type { EndorseInput, PracticeView } from '@copse/core/contracts';
import { usePracticeAction } from './practice-action.ts';

export const useEndorsePractice = (id: string, onDone?: (practice: PracticeView) => void) =>
  usePracticeAction<EndorseInput>(
    id,
    (api, body, idempotencyKey) => api.send('PUT', `/practices/${id}/endorsement`, { body, idempotencyKey }),
    onDone,
  );
