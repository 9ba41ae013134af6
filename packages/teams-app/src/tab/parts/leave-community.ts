import type { CommunityView, LeaveInput } from '@copse/core/contracts';
import { useAction } from '../lib/intent.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { useApi } from '../shell/session.tsx';

export type Left = { readonly left: true; readonly community?: CommunityView };

/** Leaves; also withdraws a request or declines an invitation. */
export function useLeaveCommunity(communityId: string, onDone?: (left: Left) => void) {
  const api = useApi();
  return useAction(
    (body: LeaveInput, idempotencyKey) =>
      api.send<Left>('POST', `/communities/${communityId}/leave`, { body, idempotencyKey }),
    {
      touches: [queryKeys.home, queryKeys.directory, queryKeys.community(communityId)],
      ...(onDone ? { onDone } : {}),
    },
  );
}
