import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import { draftMeeting, linkMeeting, type LinkRefusal, type MeetingDraft } from './meeting.ts';
import type { GatheringDeps, MeetingDeps, MeetingRefusal, Organiser } from './ports.ts';
import { type OfSeries, withSeries } from './with-series.ts';
import { isStale } from '../kernel/revision.ts';

type Refusal = LinkRefusal | MeetingRefusal | 'no-such-gathering' | 'changed-meanwhile';

/**
 * Creates a meeting in Teams for a gathering with all its dates to come, with the actor as its organiser, and keeps its
 * link. One that has a link keeps it, and whoever tries again gets the meeting that was made: nothing is made twice.
 */
export async function createMeeting(
  deps: GatheringDeps & MeetingDeps,
  actor: Actor,
  { gatheringId, ifRevision }: OfSeries,
): Promise<Result<OccurrenceView, Refusal>> {
  const met = await deps.gatherings.find(actor, gatheringId);
  if (!met) return refuse('no-such-gathering');
  if (isStale(ifRevision, met.gathering)) return refuse('changed-meanwhile');
  const draft = draftMeeting(met.gathering, await deps.gatherings.ahead(gatheringId, deps.now()), met.by);
  if (!draft.ok) return draft;

  const organiser = await deps.organisers.accountOf(actor);
  if (!organiser) return refuse('meetings-not-set-up');
  const made = draft.value && (await create(deps, actor, { gatheringId, organiser, draft: draft.value }));
  if (made && !made.ok) return made;

  return withSeries(deps, actor, { gatheringId }, ({ gathering, by }, ahead) =>
    made ? linkMeeting(gathering, ahead, by, { ...made.value, at: deps.now() }) : ok(undefined),
  );
}

type Making = { readonly gatheringId: string; readonly organiser: Organiser; readonly draft: MeetingDraft };

/** As lists call it: what stewards have hidden does not go out by an invitation of Teams either. */
async function create(deps: GatheringDeps & MeetingDeps, actor: Actor, { gatheringId, organiser, draft }: Making) {
  const date = await deps.gatherings.next(gatheringId, deps.now());
  const shown = date && (await deps.gatheringViews.see(actor, date));
  return shown
    ? deps.meetings.create(organiser, { ...draft, subject: shown.series.title })
    : refuse('no-such-gathering');
}
