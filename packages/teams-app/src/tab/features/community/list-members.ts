import type { MemberPage } from '@copse/core/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useMembers(id: string, filter: { readonly q: string; readonly role: string }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...queryKeys.members(id), filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<MemberPage>(`/communities/${id}/members${search({ ...filter, cursor: pageParam, limit: 50 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
