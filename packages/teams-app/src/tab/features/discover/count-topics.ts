import type { TopicCounts } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useTopics() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.topics,
    queryFn: ({ signal }) => api.get<TopicCounts>('/communities/topics', signal),
    staleTime: 300_000,
  });
}
