import { useQueryClient } from '@tanstack/react-query';
import { forgetAllDrafts } from '../../lib/drafts.ts';
import { useAction } from '../../lib/intent.ts';
import { useApi } from '../../shell/session.tsx';

/** Erases this person for good, here and on the service. */
export function useEraseMe(onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<undefined>(
    (_, idempotencyKey) => api.send('DELETE', '/me', { body: { confirm: 'erase' }, idempotencyKey }),
    {
      onDone() {
        forgetAllDrafts();
        onDone();
        queries.clear();
      },
    },
  );
}
