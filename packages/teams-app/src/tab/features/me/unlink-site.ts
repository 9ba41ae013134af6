import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useUnlinkSite(onDone: () => void) {
  const api = useApi();
  return useAction<undefined, string>(
    (cloudId, idempotencyKey) => api.send('DELETE', `/organisation/sites/${cloudId}`, { idempotencyKey }),
    { touches: [queryKeys.organisation], onDone },
  );
}
