import type { OrganisationView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useEditOrganisation(onDone: () => void) {
  const api = useApi();
  return useAction<OrganisationView, string>(
    (name, idempotencyKey) => api.send('PATCH', '/organisation', { body: { name }, idempotencyKey }),
    { touches: [queryKeys.organisation, queryKeys.me], onDone },
  );
}
