import type { OccurrenceView } from '@copse/core/contracts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from '@copse/core/vocabulary';
import type { Turn } from './fair-timing.ts';
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

type Scheduling = {
  readonly body: GatheringDraft;
  /** The times that a series takes in turn, in place of the one of the draft. */
  readonly turns: readonly Turn[] | undefined;
  readonly withMeeting: boolean;
};
type Heard = {
  readonly onDone: (date: OccurrenceView) => void;
  /** It is scheduled, and has no meeting because of this. */
  readonly onNoMeeting: (problem: unknown) => void;
};

/** Schedules a gathering or a series, and creates a meeting for it where that is wanted. */
export function useScheduleGathering({ onDone, onNoMeeting }: Heard) {
  return useGatheringAction<Scheduling>(async (api, { body, turns, withMeeting }, idempotencyKey) => {
    const { startsLocal: _from, endsLocal: _to, ...rest } = body;
    const date = turns
      ? await api.send<OccurrenceView>('POST', '/gatherings/rotations', { body: { ...rest, turns }, idempotencyKey })
      : await api.send<OccurrenceView>('POST', '/gatherings', { body, idempotencyKey });
    if (!withMeeting) return date;
    try {
      const first = await createMeeting(api, date.gatheringId);
      for (const { gatheringId } of date.rotation?.others ?? []) await createMeeting(api, gatheringId);
      return first;
    } catch (problem) {
      onNoMeeting(problem);
      return date;
    }
  }, onDone);
}
