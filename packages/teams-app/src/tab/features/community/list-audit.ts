import type { AuditPage } from '@copse/core/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What the stewards did, the newest first. */
export function useAudit(communityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: queryKeys.audit(communityId),
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditPage>(`/communities/${communityId}/audit${search({ cursor: pageParam, limit: 20 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
