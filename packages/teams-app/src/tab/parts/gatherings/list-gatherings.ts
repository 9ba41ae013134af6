import type { OccurrencePage } from '@copse/core/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export type GatheringFilter = {
  readonly communityId?: string;
  readonly mine?: boolean;
  readonly member?: boolean;
  readonly past?: boolean;
};

export function useGatherings(filter: GatheringFilter, limit = 25) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...queryKeys.gatherings, filter, limit],
    queryFn: ({ pageParam, signal }) =>
      api.get<OccurrencePage>(`/occurrences${search({ ...filter, cursor: pageParam, limit })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
