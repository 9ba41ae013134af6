import type { InvitationPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useInvitations(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.invitations(id),
    queryFn: ({ pageParam, signal }) =>
      api.get<InvitationPage>(`/communities/${id}/invitations${search({ cursor: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
