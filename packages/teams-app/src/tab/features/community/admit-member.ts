import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export const useAdmitMember = (id: string, onDone?: () => void) =>
  useCommunityAction<string>(
    id,
    (api, personId, idempotencyKey) =>
      api.send('POST', `/communities/${id}/requests/${personId}/admit`, { body: {}, idempotencyKey }),
    { touches: [queryKeys.requests(id), queryKeys.members(id)], onDone },
  );
