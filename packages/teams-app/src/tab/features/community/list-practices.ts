import type { PracticePage } from '@copse/core/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function usePractices(communityId: string, filter: { readonly q: string; readonly life: string }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...queryKeys.practices, communityId, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<PracticePage>(`/practices${search({ communityId, ...filter, cursor: pageParam, limit: 24 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
