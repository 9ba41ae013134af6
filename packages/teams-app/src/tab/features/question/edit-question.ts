import type { EditQuestionInput } from '@copse/core/contracts';
import { type OnDone, useQuestionAction } from './question-action.ts';

type Edit = { readonly body: EditQuestionInput; readonly revision: number };

/** Edits the question that was read at `revision`. */
export const useEditQuestion = (id: string, onDone: OnDone<Edit>) =>
  useQuestionAction<Edit>(
    id,
    (api, { body, revision }, idempotencyKey) =>
      api.send('PATCH', `/questions/${id}`, { body, revision, idempotencyKey }),
    onDone,
  );
