import type { VersionPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useVersions(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.versions(id),
    queryFn: ({ pageParam, signal }) =>
      api.get<VersionPage>(`/practices/${id}/versions${search({ cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
