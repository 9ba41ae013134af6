import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, GatheringId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import { type GatheringChange, schedule, type ScheduleRefusal } from './gathering.ts';
import type { ScheduleRotationInput } from './hours-contract.ts';
import { turnWords } from './limits.ts';
import { whoPlans } from './who-plans.ts';
import type { GatheringDeps, RotationStore } from './ports.ts';
import { dealTurns, type RotationRefusal } from './rotation.ts';
import { firstOf, turned } from './turns.ts';

/** Schedules a series of several times in turn, as one series for each, all or none; answers with the first date. */
export async function scheduleRotation(
  { rotations, participants, gatheringViews, newId, now }: GatheringDeps & { readonly rotations: RotationStore },
  actor: Actor,
  { communityId, hostIds, title, meetingUrl, venue, capacity, timeZone, rule, turns, ...given }: ScheduleRotationInput,
): Promise<Result<OccurrenceView, ScheduleRefusal | RotationRefusal | 'no-such-community' | 'no-such-person'>> {
  const planning = await whoPlans(participants, actor, { communityId, hostIds });
  if (!planning.ok) return planning;
  const dealt = dealTurns({ timeZone, rule, turns });
  if (!dealt.ok) return dealt;

  const { by, hosts } = planning.value;
  const changes: GatheringChange[] = [];
  for (const [at, timing] of dealt.value.entries()) {
    const scheduled = schedule(by, {
      ...given,
      ...timing,
      title: `${title}${turnWords(at + 1, turns.length)}`,
      meetingUrl,
      venue: venue || undefined,
      capacity,
      // Each series begins with another of those who take turns, so that the same one does not host twice running.
      hosts: given.rotates ? turned(hosts, at) : hosts,
      id: newId() as GatheringId,
      organisationId: actor.organisationId,
      communityId: communityId as CommunityId,
      at: now(),
      newId,
    });
    if (!scheduled.ok) return scheduled;
    changes.push(scheduled.value);
  }
  const first = firstOf(changes);
  await rotations.save(changes.map((one) => (first?.gatheringId === one.state.id ? one : follows(one))));
  const view = first && (await gatheringViews.see(actor, first.id));
  return view ? ok(view) : refuse('no-date-ahead');
}

/** People hear once of what is one series to them: of the first date. */
const follows = (change: GatheringChange): GatheringChange => ({
  ...change,
  events: change.events.map((event) => (event.type === 'gathering.scheduled' ? { ...event, follows: true } : event)),
});
