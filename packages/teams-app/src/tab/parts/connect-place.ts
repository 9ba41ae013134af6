import type { CommunityView, ConnectInput } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../lib/intent.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { useApi } from '../shell/session.tsx';

type Connect = { readonly communityId: string; readonly body: ConnectInput };

export function useConnectPlace(onDone?: (community: CommunityView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<CommunityView, Connect>(
    ({ communityId, body }, idempotencyKey) =>
      api.send('POST', `/communities/${communityId}/connections`, { body, idempotencyKey }),
    {
      touches: [['posting']],
      onDone(community) {
        queries.setQueryData(queryKeys.community(community.id), community);
        onDone?.(community);
      },
    },
  );
}
