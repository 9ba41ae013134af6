import type { OccurrenceView } from '@copse/core/contracts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from '@copse/core/vocabulary';
import { useGatheringAction } from './gathering-action.ts';
import { createMeeting } from './meetings.ts';
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

type Scheduling = { readonly body: GatheringDraft; readonly withMeeting: boolean };
type Heard = {
  readonly onDone: (date: OccurrenceView) => void;
  /** It is scheduled, and has no meeting because of this. */
  readonly onNoMeeting: (problem: unknown) => void;
};

/** Schedules a gathering or a series, and creates a meeting for it where that is wanted. */
export function useScheduleGathering({ onDone, onNoMeeting }: Heard) {
  return useGatheringAction<Scheduling>(async (api, { body, withMeeting }, idempotencyKey) => {
    const date = await api.send<OccurrenceView>('POST', '/gatherings', { body, idempotencyKey });
    if (!withMeeting) return date;
    return createMeeting(api, date.gatheringId).catch((problem: unknown) => {
      onNoMeeting(problem);
      return date;
    });
  }, onDone);
}
