import type { CommunityView } from '@copse/core/contracts';
import { useCommunityAction } from './community-action.ts';

export const useReopenCommunity = (id: string, onDone?: (community: CommunityView) => void) =>
  useCommunityAction<void>(
    id,
    (api, _, idempotencyKey) => api.send('POST', `/communities/${id}/reopen`, { body: {}, idempotencyKey }),
    { onDone },
  );
