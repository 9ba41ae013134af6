import type { ConductView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useConduct(communityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.conduct(communityId),
    queryFn: ({ signal }) => api.get<ConductView>(`/communities/${communityId}/conduct`, signal),
    enabled: communityId !== '',
    staleTime: 300_000,
  });
}
