import type { CloseCommunityInput, CommunityView } from '@copse/core/contracts';
import { useCommunityAction } from './community-action.ts';

export const useCloseCommunity = (id: string, onDone?: (community: CommunityView) => void) =>
  useCommunityAction<CloseCommunityInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/communities/${id}/close`, { body, idempotencyKey }),
    { onDone },
  );
