import { type OnDone, useQuestionAction } from './question-action.ts';

/** Takes back that an answer helped. */
export const useUnmarkHelped = (id: string, onDone?: OnDone<string>) =>
  useQuestionAction<string>(
    id,
    (api, answerId, idempotencyKey) =>
      api.send('DELETE', `/questions/${id}/answers/${answerId}/helped`, { idempotencyKey }),
    onDone,
  );
