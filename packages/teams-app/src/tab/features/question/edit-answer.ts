import { type OnDone, useQuestionAction } from './question-action.ts';

type Edit = { readonly answerId: string; readonly text: string };

/** Gives one's own answer a new text; the earlier one stays in the history. */
export const useEditAnswer = (id: string, onDone: OnDone<Edit>) =>
  useQuestionAction<Edit>(
    id,
    (api, { answerId, text }, idempotencyKey) =>
      api.send('PATCH', `/questions/${id}/answers/${answerId}`, { body: { text }, idempotencyKey }),
    onDone,
  );
