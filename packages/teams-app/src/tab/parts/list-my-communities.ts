import type { CommunityPage } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../lib/query-keys.ts';
import { useApi } from '../shell/session.tsx';

/** The communities that this person takes part in and that are open; up to a hundred. */
export function useMyCommunities() {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.directory, 'mine'],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<CommunityPage>(`/communities${search({ mine: true, limit: 100 })}`, signal);
      return items.filter(({ standing, stage }) => standing === 'member' && stage !== 'closed');
    },
  });
}
