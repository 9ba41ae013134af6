import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useRemoveMember = (id: string, onDone?: () => void) =>
  useCommunityAction<string>(
    id,
    (api, personId, idempotencyKey) => api.send('DELETE', `/communities/${id}/members/${personId}`, { idempotencyKey }),
    { touches: [queryKeys.members(id)], onDone },
  );
