import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, GatheringId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { OccurrenceView, ScheduleGatheringInput } from './contract.ts';
import { schedule, type ScheduleRefusal } from './gathering.ts';
import { whoPlans } from './who-plans.ts';
import type { GatheringDeps } from './ports.ts';

/** Schedules a gathering, or a series of them, in a community; answers with its first date. */
export async function scheduleGathering(
  { gatherings, participants, gatheringViews, newId, now }: GatheringDeps,
  actor: Actor,
  { communityId, hostIds, meetingUrl, venue, capacity, rule, ...given }: ScheduleGatheringInput,
): Promise<Result<OccurrenceView, ScheduleRefusal | 'no-such-community' | 'no-such-person'>> {
  const planning = await whoPlans(participants, actor, { communityId, hostIds });
  if (!planning.ok) return planning;
  const { by, hosts } = planning.value;
  const scheduled = schedule(by, {
    ...given,
    meetingUrl,
    venue: venue || undefined,
    capacity,
    rule,
    hosts,
    id: newId() as GatheringId,
    organisationId: actor.organisationId,
    communityId: communityId as CommunityId,
    at: now(),
    newId,
  });
  if (!scheduled.ok) return scheduled;
  await gatherings.save(scheduled.value);
  return ok((await gatheringViews.see(actor, scheduled.value.dates[0]?.id ?? '')) as OccurrenceView);
}
