import { type OnDone, useQuestionAction } from './question-action.ts';

/** The asker says that this answer solved it, in place of any other. */
export const useAcceptAnswer = (id: string, onDone?: OnDone<string>) =>
  useQuestionAction<string>(
    id,
    (api, answerId, idempotencyKey) =>
      api.send('PUT', `/questions/${id}/answers/${answerId}/acceptance`, { idempotencyKey }),
    onDone,
  );
