import type { MyMentoringView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** What the viewer offers, looks for and is asked for, with whom they work, and their circles. */
export function useMyMentoring() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.mentoring,
    queryFn: ({ signal }) => api.get<MyMentoringView>('/me/mentoring', signal),
  });
}
