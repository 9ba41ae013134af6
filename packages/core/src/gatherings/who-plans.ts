import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ScheduleGatheringInput } from './contract.ts';
import type { Participant } from './gathering.ts';
import type { ParticipantReader } from './ports.ts';

/** Whoever plans a gathering in a community, and who hosts it: without any, themselves. */
export async function whoPlans(
  participants: ParticipantReader,
  actor: Actor,
  { communityId, hostIds }: Pick<ScheduleGatheringInput, 'communityId' | 'hostIds'>,
): Promise<
  Result<{ readonly by: Participant; readonly hosts: readonly PersonId[] }, 'no-such-community' | 'no-such-person'>
> {
  const by = await participants.inCommunity(actor, communityId as CommunityId);
  if (!by) return refuse('no-such-community');
  const hosts = [...new Set(hostIds.length > 0 ? hostIds : [actor.personId])] as PersonId[];
  const present = await participants.present(actor, hosts);
  return hosts.some((host) => !present.has(host)) ? refuse('no-such-person') : ok({ by, hosts });
}
