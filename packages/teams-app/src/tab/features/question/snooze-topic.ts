import type { SnoozeInput, SnoozesView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

/** Nobody asks this person about a topic until then. */
export function useSnoozeTopic(onDone: () => void) {
  const api = useApi();
  return useAction<SnoozesView, SnoozeInput>(
    (body, idempotencyKey) => api.send('POST', '/me/snooze', { body, idempotencyKey }),
    { touches: [queryKeys.preferences], onDone },
  );
}
