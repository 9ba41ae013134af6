import type { UnmaskingView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Decision = { readonly id: string; readonly agree: boolean };

/** The second steward agrees or refuses. */
export function useDecideUnmasking(communityId: string, onDone: (unmasking: UnmaskingView) => void) {
  const api = useApi();
  return useAction<UnmaskingView, Decision>(
    ({ id, agree }, idempotencyKey) =>
      api.send('POST', `/unmaskings/${id}/decision`, { body: { agree }, idempotencyKey }),
    { touches: [queryKeys.unmaskings(communityId), queryKeys.audit(communityId)], onDone },
  );
}
