import type { Role } from '@copse/core/vocabulary';
import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

export type RoleOf = { readonly personId: string; readonly role: Role };

export const useEndRole = (id: string, onDone?: (ended: RoleOf) => void) =>
  useCommunityAction<RoleOf>(
    id,
    (api, { personId, role }, idempotencyKey) =>
      api.send('DELETE', `/communities/${id}/members/${personId}/roles/${role}`, { idempotencyKey }),
    { touches: [queryKeys.members(id)], onDone: (_, ended) => onDone?.(ended) },
  );
