import type { CloseQuestionInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

/** Says that no more answers are looked for. */
export const useCloseQuestion = (id: string, onDone?: OnDone<CloseQuestionInput>) =>
  useQuestionAction<CloseQuestionInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/close`, { body, idempotencyKey }),
    onDone,
  );
