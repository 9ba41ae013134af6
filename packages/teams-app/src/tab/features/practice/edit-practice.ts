import type { EditPracticeInput, PracticeView } from '@copse/core/contracts';
import { usePracticeAction } from './practice-action.ts';

type Edit = { readonly body: EditPracticeInput; readonly revision: number };

/** Saves what was changed, unless somebody saved after `revision` (`changed-meanwhile`). */
export const useEditPractice = (id: string, onDone?: (practice: PracticeView) => void) =>
  usePracticeAction<Edit>(
    id,
    (api, { body, revision }, idempotencyKey) =>
      api.send('PATCH', `/practices/${id}`, { body, revision, idempotencyKey }),
    onDone,
  );
