import { usePracticeAction } from './practice-action.ts';

export const useTakeBackAdoption = (id: string, onDone?: () => void) =>
  usePracticeAction<string>(
    id,
    (api, adoptionId, idempotencyKey) =>
      api.send('DELETE', `/practices/${id}/adoptions/${adoptionId}`, { idempotencyKey }),
    onDone,
  );
