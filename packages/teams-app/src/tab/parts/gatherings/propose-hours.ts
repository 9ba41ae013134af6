import type { FairHours } from '@copse/core/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Wanted = {
  readonly communityId: string;
  /** A gathering that is there already. */
  readonly gatheringId: string | undefined;
  readonly minutes: number;
  readonly turns?: number;
  readonly keepsDays?: boolean | undefined;
};

/** Times of the next week that are fair to the members; nothing is asked before somebody wants to know. */
export function useFairHours({ communityId, ...wanted }: Wanted, ask: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.gatherings, 'fair-hours', communityId, wanted],
    enabled: ask,
    // What was proposed before stays until it is replaced, so that what one chose it with does not go away meanwhile.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<FairHours>(`/communities/${communityId}/fair-hours${search(wanted)}`, signal),
  });
}
