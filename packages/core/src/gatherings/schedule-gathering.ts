import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, GatheringId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView, ScheduleGatheringInput } from './contract.ts';
import { schedule, type ScheduleRefusal } from './gathering.ts';
import type { GatheringDeps } from './ports.ts';

/** Schedules a gathering, or a series of them, in a community; answers with its first date. */
export async function scheduleGathering(
  { gatherings, participants, gatheringViews, newId, now }: GatheringDeps,
  actor: Actor,
  { communityId, hostIds, meetingUrl, venue, capacity, rule, ...given }: ScheduleGatheringInput,
): Promise<Result<OccurrenceView, ScheduleRefusal | 'no-such-community' | 'no-such-person'>> {
  const by = await participants.inCommunity(actor, communityId as CommunityId);
  if (!by) return refuse('no-such-community');
  const hosts = [...new Set(hostIds.length > 0 ? hostIds : [actor.personId])] as PersonId[];
  const present = await participants.present(actor, hosts);
  if (hosts.some((host) => !present.has(host))) return refuse('no-such-person');

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
