import type { CommunityView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useCommunity(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.community(id),
    queryFn: ({ signal }) => api.get<CommunityView>(`/communities/${id}`, signal),
  });
}
