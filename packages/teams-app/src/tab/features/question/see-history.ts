import type { QuestionHistory } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useQuestionHistory(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.questionHistory(id),
    queryFn: ({ signal }) => api.get<QuestionHistory>(`/questions/${id}/history`, signal),
  });
}
