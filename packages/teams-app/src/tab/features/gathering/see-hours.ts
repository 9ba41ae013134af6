import type { OccurrenceView, SeriesHours } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What the next dates of a series ask of the members, for those who are told. */
export function useSeriesHours({ gatheringId, abilities }: OccurrenceView) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.gatherings, 'series-hours', gatheringId],
    enabled: abilities.seeHours,
    queryFn: ({ signal }) => api.get<SeriesHours>(`/gatherings/${gatheringId}/fair-hours`, signal),
  });
}
