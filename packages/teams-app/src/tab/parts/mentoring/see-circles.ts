import type { CirclePage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** The circles of a community, the newest first. */
export function useCircles(communityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.circlesOf(communityId),
    queryFn: ({ pageParam, signal }) =>
      api.get<CirclePage>(`/communities/${communityId}/circles${search({ cursor: pageParam, limit: 6 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
