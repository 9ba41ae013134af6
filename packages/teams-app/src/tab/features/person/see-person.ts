import type { PersonView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function usePerson(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.person(id),
    queryFn: ({ signal }) => api.get<PersonView>(`/people/${id}`, signal),
  });
}
