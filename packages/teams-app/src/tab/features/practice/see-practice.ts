import type { PracticeView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function usePractice(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.practice(id),
    queryFn: ({ signal }) => api.get<PracticeView>(`/practices/${id}`, signal),
  });
}
