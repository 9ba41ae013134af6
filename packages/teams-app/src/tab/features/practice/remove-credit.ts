import { usePracticeAction } from './practice-action.ts';

export const useRemoveCredit = (id: string, onDone?: () => void) =>
  usePracticeAction<string>(
    id,
    (api, personId, idempotencyKey) => api.send('DELETE', `/practices/${id}/credits/${personId}`, { idempotencyKey }),
    onDone,
  );
