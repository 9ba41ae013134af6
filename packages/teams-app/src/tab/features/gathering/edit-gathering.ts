import type { EditGatheringInput, OccurrenceView } from '@copse/core/contracts';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';

type Edit = { readonly body: EditGatheringInput; readonly revision: number };

/** Changes a gathering with all its dates to come. */
export function useEditGathering(gatheringId: string, onDone: (next: OccurrenceView) => void) {
  return useGatheringAction<Edit>(
    (api, { body, revision }, idempotencyKey) =>
      api.send('PATCH', `/gatherings/${gatheringId}`, { body, revision, idempotencyKey }),
    onDone,
  );
}
