import { type OnDone, useQuestionAction } from './question-action.ts';

/** Says that an answer helped. */
export const useMarkHelped = (id: string, onDone?: OnDone<string>) =>
  useQuestionAction<string>(
    id,
    (api, answerId, idempotencyKey) =>
      api.send('PUT', `/questions/${id}/answers/${answerId}/helped`, { idempotencyKey }),
    onDone,
  );
