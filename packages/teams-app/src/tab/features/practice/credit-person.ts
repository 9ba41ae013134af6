import type { CreditInput } from '@copse/core/contracts';
import { usePracticeAction } from './practice-action.ts';

export const useCreditPerson = (id: string, onDone?: () => void) =>
  usePracticeAction<CreditInput>(
    id,
    (api, body, idempotencyKey) => api.send('PUT', `/practices/${id}/credits`, { body, idempotencyKey }),
    onDone,
  );
