import type { OccurrenceView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useGathering(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.gathering(id),
    queryFn: ({ signal }) => api.get<OccurrenceView>(`/occurrences/${id}`, signal),
  });
}
