import type { DifferenceView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Versions never change, so a difference is kept for good. */
export function useDifference(id: string, from: number, to: number) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.versions(id), 'difference', from, to],
    queryFn: ({ signal }) =>
      api.get<DifferenceView>(`/practices/${id}/versions/difference${search({ from, to })}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
