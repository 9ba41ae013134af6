import type { ChangeLifeInput, PracticeView } from '@copse/core/contracts';
import type { LifeAction } from '@copse/core/vocabulary';
import { usePracticeAction } from './practice-action.ts';

type Step = { readonly action: LifeAction; readonly body: ChangeLifeInput };

export const useChangeLife = (id: string, onDone?: (practice: PracticeView, step: Step) => void) =>
  usePracticeAction<Step>(
    id,
    (api, { action, body }, idempotencyKey) =>
      api.send('POST', `/practices/${id}/life/${action}`, { body, idempotencyKey }),
    onDone,
  );
