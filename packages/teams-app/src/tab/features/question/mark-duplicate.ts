import type { MarkDuplicateInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

/** Links to the question that has the answer. */
export const useMarkDuplicate = (id: string, onDone?: OnDone<MarkDuplicateInput>) =>
  useQuestionAction<MarkDuplicateInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/duplicate`, { body, idempotencyKey }),
    onDone,
  );
