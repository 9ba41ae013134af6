import type { CommunityView, EditCommunityInput } from '@copse/core/contracts';
import { useCommunityAction } from './community-action.ts';

type Edit = { readonly body: EditCommunityInput; readonly revision: number };

/** Saves what was changed, unless somebody saved after `revision` (`changed-meanwhile`). */
export const useEditCommunity = (id: string, onDone?: (community: CommunityView) => void) =>
  useCommunityAction<Edit>(
    id,
    (api, { body, revision }, idempotencyKey) =>
      api.send('PATCH', `/communities/${id}`, { body, revision, idempotencyKey }),
    { onDone },
  );
