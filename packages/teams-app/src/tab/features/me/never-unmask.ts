import type { UnmaskingPolicyView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

/** Promises for the whole organisation that nobody is ever unmasked. Cannot be taken back. */
export function useNeverUnmask(onDone: () => void) {
  const api = useApi();
  return useAction<UnmaskingPolicyView>(
    (_, idempotencyKey) =>
      api.send('POST', '/organisation/never-unmask', { body: { confirm: 'never' }, idempotencyKey }),
    { touches: [['conduct']], onDone },
  );
}
