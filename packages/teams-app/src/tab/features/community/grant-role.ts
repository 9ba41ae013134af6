import type { GrantRoleInput } from '@copse/core/contracts';
import type { Role } from '@copse/core/vocabulary';
import { queryKeys } from '../../lib/query-keys.ts';
import { useCommunityAction } from './community-action.ts';

type Grant = { readonly personId: string; readonly role: Role; readonly body: GrantRoleInput };

/** Gives a role, or sets a new term for one that is held already. */
export const useGrantRole = (id: string, onDone?: () => void) =>
  useCommunityAction<Grant>(
    id,
    (api, { personId, role, body }, idempotencyKey) =>
      api.send('PUT', `/communities/${id}/members/${personId}/roles/${role}`, { body, idempotencyKey }),
    { touches: [queryKeys.members(id)], onDone },
  );
