import { type OnDone, useQuestionAction } from './question-action.ts';

/** Says that one does not have it any more. */
export const useTakeBackMeToo = (id: string, onDone?: OnDone) =>
  useQuestionAction(
    id,
    (api, _, idempotencyKey) => api.send('DELETE', `/questions/${id}/me-too`, { idempotencyKey }),
    onDone,
  );
