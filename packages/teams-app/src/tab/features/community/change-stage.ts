import type { ChangeStageInput, CommunityView } from '@copse/core/contracts';
import { useCommunityAction } from './community-action.ts';

export const useChangeStage = (id: string, onDone?: (community: CommunityView) => void) =>
  useCommunityAction<ChangeStageInput>(
    id,
    (api, body, idempotencyKey) => api.send('POST', `/communities/${id}/stage`, { body, idempotencyKey }),
    { onDone },
  );
