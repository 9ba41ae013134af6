import { type OnDone, useQuestionAction } from './question-action.ts';

/** Takes a comment away. */
export const useRemoveComment = (id: string, onDone?: OnDone<string>) =>
  useQuestionAction<string>(
    id,
    (api, commentId, idempotencyKey) =>
      api.send('DELETE', `/questions/${id}/comments/${commentId}`, { idempotencyKey }),
    onDone,
  );
