import type { ConductView, EditConductInput } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Edit = EditConductInput & { readonly revision: number };

/** Writes the community's own code of conduct, unless somebody saved after `revision`; an empty text goes back to the usual one. */
export function useEditConduct(communityId: string, onDone: (conduct: ConductView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<ConductView, Edit>(
    ({ text, revision }, idempotencyKey) =>
      api.send('PUT', `/communities/${communityId}/conduct`, { body: { text }, revision, idempotencyKey }),
    {
      onDone(conduct) {
        queries.setQueryData(queryKeys.conduct(communityId), conduct);
        onDone(conduct);
      },
    },
  );
}
