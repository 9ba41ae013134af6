import type { RequestPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useRequests(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.requests(id),
    queryFn: ({ pageParam, signal }) =>
      api.get<RequestPage>(`/communities/${id}/requests${search({ cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
