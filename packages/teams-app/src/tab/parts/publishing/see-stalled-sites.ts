import type { StalledSitesView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Confluence sites that fetch nothing although practices wait: of one community, or for administrators of all. */
export function useStalledSites(communityId?: string) {
  const api = useApi();
  const path = communityId === undefined ? '/organisation' : `/communities/${communityId}`;
  return useQuery({
    queryKey: queryKeys.stalledSites(communityId),
    queryFn: ({ signal }) => api.get<StalledSitesView>(`${path}/stalled-sites`, signal),
  });
}
