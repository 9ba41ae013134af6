import type { PassInput } from '@copse/core/contracts';
import { useConsultationAction } from './consultation-action.ts';

/** Whoever was asked passes the question on to a member who knows more. */
export const usePassQuestion = (id: string, onDone: () => void) =>
  useConsultationAction<PassInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/consultation/pass`, { body, idempotencyKey }),
    onDone,
  );
