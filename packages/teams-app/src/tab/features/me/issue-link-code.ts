import type { LinkCodeView } from '@copse/core/contracts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

export function useIssueLinkCode() {
  const api = useApi();
  return useAction<LinkCodeView>((_, idempotencyKey) =>
    api.send('POST', '/me/link-codes', { body: {}, idempotencyKey }),
  );
}
