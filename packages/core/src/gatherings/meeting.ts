import { change } from '../kernel/change.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import { about, type Gathering, type GatheringChange, type Participant } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import { allows } from './permission.ts';

/** What a meeting in Teams is told of a gathering. */
export type MeetingDraft = {
  /** The same for the same gathering, however often it is asked for. */
  readonly externalId: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

export type LinkRefusal = 'not-allowed' | 'community-closed' | 'gathering-cancelled' | 'gathering-over';

/**
 * What is asked for, for the dates to come (`ahead`, in their order); nothing where the gathering has a link already. A
 * series has one meeting, from its next date to the last one planned: Teams lets the link of what is over expire.
 */
export function draftMeeting(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
): Result<MeetingDraft | undefined, LinkRefusal> {
  if (!allows(by.relations, 'change')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');
  if (gathering.cancelledAt) return refuse('gathering-cancelled');
  if (gathering.meetingUrl !== undefined) return ok(undefined);
  const dates = ahead.filter(({ cancelledAt }) => !cancelledAt);
  const [next] = dates;
  const last = dates.at(-1);
  if (!next || !last) return refuse('gathering-over');
  const { id: externalId, title: subject } = gathering;
  return ok({ externalId, subject, startsAt: next.startsAt, endsAt: last.endsAt });
}

/** Keeps the link of the meeting that was made; one that somebody pasted meanwhile stays. */
export function linkMeeting(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
  { joinUrl: meetingUrl, at }: { readonly joinUrl: string; readonly at: Date },
): Result<GatheringChange | undefined, LinkRefusal> {
  const draft = draftMeeting(gathering, ahead, by);
  if (!draft.ok) return draft;
  const next = ahead.find(({ cancelledAt }) => !cancelledAt);
  if (!draft.value || !next) return ok(undefined);
  const fact = { type: 'gathering.edited', moved: true, occurrenceId: next.id, ...about(gathering, by) } as const;
  const state = { ...gathering, meetingUrl, updatedAt: at };
  return ok({ ...change<Gathering, GatheringEvent>(state, fact), dates: [], dropped: [] });
}
