import type { AskToUnmaskInput, UnmaskingView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

/** Asks a second steward to agree to find out who wrote something. */
export function useAskToUnmask(onDone: (unmasking: UnmaskingView) => void) {
  const api = useApi();
  return useAction<UnmaskingView, AskToUnmaskInput>(
    (body, idempotencyKey) => api.send('POST', '/unmaskings', { body, idempotencyKey }),
    { touches: [['unmaskings'], ['audit']], onDone },
  );
}
