import { type OnDone, useQuestionAction } from './question-action.ts';

/** The asker says that it is not solved after all. */
export const useTakeBackAcceptance = (id: string, onDone?: OnDone<string>) =>
  useQuestionAction<string>(
    id,
    (api, answerId, idempotencyKey) =>
      api.send('DELETE', `/questions/${id}/answers/${answerId}/acceptance`, { idempotencyKey }),
    onDone,
  );
