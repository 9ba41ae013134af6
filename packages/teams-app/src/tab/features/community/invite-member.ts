import type { InviteInput } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useInviteMember = (id: string, onDone?: () => void) =>
  useCommunityAction<InviteInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/communities/${id}/invitations`, { body, idempotencyKey }),
    { touches: [queryKeys.invitations(id)], onDone },
  );
