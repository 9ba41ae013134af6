import type { ModerationPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What was reported and nobody has answered yet. */
export function useReports(communityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.reports(communityId),
    queryFn: ({ pageParam, signal }) =>
      api.get<ModerationPage>(`/communities/${communityId}/reports${search({ cursor: pageParam, limit: 20 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
