import type { CommentInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

/** Comments on the question or, with an answer's id, on that answer. */
export const useCommentOn = (id: string, onDone?: OnDone<CommentInput>) =>
  useQuestionAction<CommentInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/comments`, { body, idempotencyKey }),
    onDone,
  );
