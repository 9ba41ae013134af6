import type { QuestionView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Others answer while one reads, so an open question is asked for anew every half minute. */
const REFRESH_MS = 30_000;

export function useQuestion(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.question(id),
    queryFn: ({ signal }) => api.get<QuestionView>(`/questions/${id}`, signal),
    refetchInterval: REFRESH_MS,
  });
}
