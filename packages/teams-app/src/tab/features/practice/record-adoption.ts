import type { PracticeView, RecordAdoptionInput } from '@copse/core/contracts';
import { usePracticeAction } from './practice-action.ts';

export const useRecordAdoption = (id: string, onDone?: (practice: PracticeView) => void) =>
  usePracticeAction<RecordAdoptionInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/practices/${id}/adoptions`, { body, idempotencyKey }),
    onDone,
  );
