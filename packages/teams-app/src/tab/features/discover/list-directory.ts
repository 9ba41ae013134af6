import type { CommunityPage } from '@copse/core/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export type DirectoryFilter = {
  readonly q: string;
  readonly topic: string;
  readonly format: string;
  readonly stage: string;
};

export const everything: DirectoryFilter = { q: '', topic: '', format: '', stage: '' };

/** The directory, page by page; while a new filter is fetched the old answer stays on screen. */
export function useDirectory(filter: DirectoryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...queryKeys.directory, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<CommunityPage>(`/communities${search({ ...filter, cursor: pageParam, limit: 24 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
