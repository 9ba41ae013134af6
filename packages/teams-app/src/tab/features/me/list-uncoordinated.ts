import type { CommunityPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** The communities that nobody coordinates. */
export function useUncoordinated() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.uncoordinated,
    queryFn: ({ pageParam, signal }) =>
      api.get<CommunityPage>(`/communities${search({ uncoordinated: true, limit: 25, cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
