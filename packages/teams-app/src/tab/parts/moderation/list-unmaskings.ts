import type { UnmaskingPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Where stewards asked who wrote something. */
export function useUnmaskings(communityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.unmaskings(communityId),
    queryFn: ({ pageParam, signal }) =>
      api.get<UnmaskingPage>(
        `/communities/${communityId}/unmaskings${search({ cursor: pageParam, limit: 20 })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
