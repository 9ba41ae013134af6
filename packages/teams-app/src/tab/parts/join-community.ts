import type { CommunityView, JoinInput } from '@copse/core/contracts';
import { useAction } from '../lib/intent.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { useApi } from '../shell/session.tsx';

/** Joins at once, sends a request, or accepts an invitation, as the community's door asks for. */
export function useJoinCommunity(communityId: string, onDone?: (community: CommunityView) => void) {
  const api = useApi();
  return useAction(
    (body: JoinInput, idempotencyKey) =>
      api.send<CommunityView>('POST', `/communities/${communityId}/join`, { body, idempotencyKey }),
    {
      touches: [queryKeys.home, queryKeys.directory, queryKeys.community(communityId)],
      ...(onDone ? { onDone } : {}),
    },
  );
}
