import type { SearchSuggestions } from '@copse/core/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys, search } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Titles that hold what was typed so far. */
export function useSuggestions(q: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.search, 'suggest', q],
    queryFn: ({ signal }) => api.get<SearchSuggestions>(`/search/suggest${search({ q: q.slice(0, 100) })}`, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
