import type { EditProfileInput, MeView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Edit = { readonly body: EditProfileInput; readonly revision: number };

export function useEditProfile(onDone: (me: MeView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<MeView, Edit>(
    ({ body, revision }, idempotencyKey) => api.send('PATCH', '/me', { body, revision, idempotencyKey }),
    {
      touches: [queryKeys.home],
      onDone(me) {
        queries.setQueryData(queryKeys.me, me);
        onDone(me);
      },
    },
  );
}
