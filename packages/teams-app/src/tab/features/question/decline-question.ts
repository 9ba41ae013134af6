import { useConsultationAction } from './consultation-action.ts';

/** “Not me”: whoever was asked leaves it to others. */
export const useDeclineQuestion = (id: string, onDone: () => void) =>
  useConsultationAction(
    id,
    (api, _, idempotencyKey) => api.send('POST', `/questions/${id}/consultation/decline`, { idempotencyKey }),
    onDone,
  );
