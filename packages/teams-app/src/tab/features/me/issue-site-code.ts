import type { LinkCodeView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

export function useIssueSiteCode() {
  const api = useApi();
  return useAction<LinkCodeView>((_, idempotencyKey) =>
    api.send('POST', '/organisation/site-codes', { body: {}, idempotencyKey }),
  );
}
