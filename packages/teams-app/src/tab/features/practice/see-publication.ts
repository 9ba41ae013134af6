import type { PublicationView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** While something is under way in Confluence, the page looks every quarter of a minute; else every few minutes. */
const SOON_MS = 15_000;
const LATER_MS = 180_000;

/** How it stands with the practice's page in Confluence. */
export function usePublication(practiceId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.publication(practiceId),
    queryFn: ({ signal }) => api.get<PublicationView>(`/practices/${practiceId}/publication`, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'queued' || data?.state === 'publishing' || data?.nextTryAt ? SOON_MS : LATER_MS,
  });
}
