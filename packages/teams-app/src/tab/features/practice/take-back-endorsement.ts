import { usePracticeAction } from './practice-action.ts';

export const useTakeBackEndorsement = (id: string, onDone?: () => void) =>
  usePracticeAction<void>(
    id,
    (api, _, idempotencyKey) => api.send('DELETE', `/practices/${id}/endorsement`, { idempotencyKey }),
    onDone,
  );
