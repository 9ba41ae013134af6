import type { EditPostingInput, PostingView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Changes what is posted, and leaves what is not named. The answer is shown at once; no address is in it. */
export function useEditPosting(communityId: string, onDone?: (posting: PostingView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PostingView, EditPostingInput>(
    (body, idempotencyKey) => api.send('PATCH', `/communities/${communityId}/posting`, { body, idempotencyKey }),
    {
      onDone(posting) {
        queries.setQueryData(queryKeys.posting(communityId), posting);
        onDone?.(posting);
      },
    },
  );
}
