import type { CommunityPage } from '@copse/core/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** One's own communities; with words, all that one can see. */
export function useChoices(q: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.directory, 'choices', q],
    queryFn: ({ signal }) =>
      api.get<CommunityPage>(`/communities${search({ q, mine: q === '' ? true : undefined, limit: 20 })}`, signal),
    placeholderData: keepPreviousData,
  });
}
