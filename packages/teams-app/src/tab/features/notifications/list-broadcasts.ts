import type { BroadcastPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What became of messages to many that this person caused. */
export function useBroadcasts() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.broadcasts,
    queryFn: ({ pageParam, signal }) =>
      api.get<BroadcastPage>(`/me/broadcasts${search({ cursor: pageParam, limit: 20 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
