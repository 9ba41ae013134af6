import type { ConductView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Says yes to a community's code of conduct, which is asked for once. */
export function useAcknowledgeConduct(communityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<ConductView>(
    (_, idempotencyKey) => api.send('POST', `/communities/${communityId}/conduct/acknowledge`, { idempotencyKey }),
    { onDone: (conduct) => queries.setQueryData(queryKeys.conduct(communityId), conduct) },
  );
}
