import type { CommunityView } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useDisconnectPlace = (id: string, onDone?: (community: CommunityView) => void) =>
  useCommunityAction<string>(
    id,
    (api, connectionId, idempotencyKey) =>
      api.send('DELETE', `/communities/${id}/connections/${connectionId}`, { idempotencyKey }),
    { touches: [queryKeys.posting(id)], onDone },
  );
