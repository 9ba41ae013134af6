import type { MeView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Ends the linking that was begun in the other account. What both did belongs to one person afterwards. */
export function useRedeemLinkCode(onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<MeView, string>(
    (code, idempotencyKey) => api.send('POST', '/me/link-codes/redeem', { body: { code }, idempotencyKey }),
    {
      touches: [queryKeys.home, queryKeys.directory],
      onDone(me) {
        queries.setQueryData(queryKeys.me, me);
        onDone();
      },
    },
  );
}
