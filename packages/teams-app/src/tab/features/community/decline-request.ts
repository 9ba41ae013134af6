import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

type Decline = { readonly personId: string; readonly reason: string };

export const useDeclineRequest = (id: string, onDone?: () => void) =>
  useCommunityAction<Decline>(
    id,
    (api, { personId, reason }, idempotencyKey) =>
      api.send('POST', `/communities/${id}/requests/${personId}/decline`, { body: { reason }, idempotencyKey }),
    { touches: [queryKeys.requests(id)], onDone },
  );
