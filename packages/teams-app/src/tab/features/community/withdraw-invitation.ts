import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useWithdrawInvitation = (id: string, onDone?: () => void) =>
  useCommunityAction<string>(
    id,
    (api, personId, idempotencyKey) =>
      api.send('DELETE', `/communities/${id}/invitations/${personId}`, { idempotencyKey }),
    { touches: [queryKeys.invitations(id)], onDone },
  );
