import type { MoveQuestionInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

/** Moves the question to another community. */
export const useMoveQuestion = (id: string, onDone?: OnDone<MoveQuestionInput>) =>
  useQuestionAction<MoveQuestionInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/move`, { body, idempotencyKey }),
    onDone,
  );
