import type { PostingView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What of a community is posted where it meets. */
export function usePosting(communityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.posting(communityId),
    queryFn: ({ signal }) => api.get<PostingView>(`/communities/${communityId}/posting`, signal),
  });
}
