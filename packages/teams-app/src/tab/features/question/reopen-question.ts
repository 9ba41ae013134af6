import { type OnDone, useQuestionAction } from './question-action.ts';

/** Looks for answers again. */
export const useReopenQuestion = (id: string, onDone?: OnDone) =>
  useQuestionAction(
    id,
    (api, _, idempotencyKey) => api.send('POST', `/questions/${id}/reopen`, { idempotencyKey }),
    onDone,
  );
