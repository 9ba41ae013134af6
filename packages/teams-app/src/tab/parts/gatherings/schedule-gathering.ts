import type { OccurrenceView } from '@copse/core/contracts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from '@copse/core/vocabulary';
import { useGatheringAction } from './gathering-action.ts';
import type { GivenTiming } from './preview-dates.ts';

export type GatheringDraft = GivenTiming & {
  readonly communityId: string;
  readonly title: string;
  readonly description: string;
  readonly format: GatheringFormat;
  readonly mode: GatheringMode;
  readonly visibility: GatheringVisibility;
  readonly meetingUrl?: string;
  readonly venue?: string;
  readonly capacity?: number;
  readonly hostIds: readonly string[];
  readonly rotates: boolean;
};

/** Schedules a gathering or a series. */
export function useScheduleGathering(onDone: (date: OccurrenceView) => void) {
  return useGatheringAction<GatheringDraft>(
    (api, body, idempotencyKey) => api.send('POST', '/gatherings', { body, idempotencyKey }),
    onDone,
  );
}
