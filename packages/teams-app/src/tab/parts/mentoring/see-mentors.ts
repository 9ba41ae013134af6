import type { CommunityMentoringView } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Who offers to be a mentor in a community. */
export function useMentors(communityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.mentorsOf(communityId),
    queryFn: ({ pageParam, signal }) =>
      api.get<CommunityMentoringView>(
        `/communities/${communityId}/mentors${search({ cursor: pageParam, limit: 12 })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
