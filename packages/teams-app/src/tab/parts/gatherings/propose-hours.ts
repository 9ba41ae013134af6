import type { FairHours } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Times of the next week that are fair to the members; nothing is asked before somebody wants to know. */
export function useFairHours(communityId: string, minutes: number, wanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.gatherings, 'fair-hours', communityId, minutes],
    enabled: wanted,
    queryFn: ({ signal }) => api.get<FairHours>(`/communities/${communityId}/fair-hours${search({ minutes })}`, signal),
  });
}
