import type { ReportInput } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

/** Tells the stewards that something should be looked at. */
export function useReport(onDone: () => void) {
  const api = useApi();
  return useAction<unknown, ReportInput>(
    (body, idempotencyKey) => api.send('POST', '/reports', { body, idempotencyKey }),
    { touches: [['reports']], onDone },
  );
}
