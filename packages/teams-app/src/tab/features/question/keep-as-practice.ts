import type { PracticeView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Drafts a practice from the question and its accepted answer. */
export function useKeepAsPractice(id: string, onDone: (practice: PracticeView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PracticeView>((_, idempotencyKey) => api.send('POST', `/questions/${id}/keep`, { idempotencyKey }), {
    touches: [queryKeys.question(id), queryKeys.questions, queryKeys.practices, queryKeys.home],
    onDone(practice) {
      queries.setQueryData(queryKeys.practice(practice.id), practice);
      onDone(practice);
    },
  });
}
