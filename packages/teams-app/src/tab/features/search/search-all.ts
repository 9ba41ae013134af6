import type { SearchKind, SearchPage } from '@copse/core/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export type SearchFilter = {
  readonly q: string;
  readonly kind: SearchKind | '';
  readonly communityId: string;
  readonly topic: string;
  readonly state: string;
};

/** Results page by page; while new words are looked for the old results stay on screen. */
export function useSearch(filter: SearchFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...queryKeys.search, 'all', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchPage>(`/search${search({ ...filter, cursor: pageParam, limit: 20 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: filter.q !== '',
    placeholderData: keepPreviousData,
  });
}
