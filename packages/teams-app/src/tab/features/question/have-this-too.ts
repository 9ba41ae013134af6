import { type OnDone, useQuestionAction } from './question-action.ts';

/** Says that one has the same question. */
export const useHaveThisToo = (id: string, onDone?: OnDone) =>
  useQuestionAction(
    id,
    (api, _, idempotencyKey) => api.send('PUT', `/questions/${id}/me-too`, { idempotencyKey }),
    onDone,
  );
