import type { PracticeView } from '@copse/core/contracts';
import type { PracticeVisibility } from '@copse/core/vocabulary';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Draft = {
  readonly communityId: string;
  readonly title: string;
  readonly context: string;
  readonly visibility: PracticeVisibility;
};

/** Starts a practice as a draft that only its authors and stewards see. */
export function useDraftPractice(onDone: (practice: PracticeView) => void) {
  const api = useApi();
  return useAction(
    (body: Draft, idempotencyKey) => api.send<PracticeView>('POST', '/practices', { body, idempotencyKey }),
    { touches: [queryKeys.practices, queryKeys.home], onDone },
  );
}
