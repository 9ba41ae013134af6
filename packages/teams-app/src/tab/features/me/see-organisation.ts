import type { OrganisationView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useOrganisation() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.organisation,
    queryFn: ({ signal }) => api.get<OrganisationView>('/organisation', signal),
  });
}
