import type { AnswerInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

/** Answers, by name or without it. */
export const useAnswerQuestion = (id: string, onDone?: OnDone<AnswerInput>) =>
  useQuestionAction<AnswerInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/questions/${id}/answers`, { body, idempotencyKey }),
    onDone,
  );
