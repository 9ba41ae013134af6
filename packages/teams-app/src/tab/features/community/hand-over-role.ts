import type { HandOverInput } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useHandOverRole = (id: string, onDone?: () => void) =>
  useCommunityAction<HandOverInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/communities/${id}/hand-over`, { body, idempotencyKey }),
    { touches: [queryKeys.members(id)], onDone },
  );
