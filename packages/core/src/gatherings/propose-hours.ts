import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { proposeSlots, rotateSlots, type Slot } from './fair-hours.ts';
import type { FairHours, FairHoursQuery } from './hours-contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps, HoursReader } from './ports.ts';
import { DAY_MS } from '../kernel/durations.ts';

const PROPOSALS = 5;

/** Times of the next whole week that are fair to the members, and times that a series can take in turn. */
export async function proposeHours(
  {
    participants,
    gatherings,
    hours,
    now,
  }: Pick<GatheringDeps, 'participants' | 'gatherings' | 'now'> & { readonly hours: HoursReader },
  actor: Actor,
  { communityId, gatheringId, minutes, turns }: FairHoursQuery & { readonly communityId: string },
): Promise<Result<FairHours, 'no-such-community' | 'not-allowed'>> {
  const by = await participants.inCommunity(actor, communityId as CommunityId);
  if (!by) return refuse('no-such-community');
  if (!allows(by.relations, 'schedule')) {
    // Who hosts it but plans nothing else.
    const met = gatheringId === undefined ? undefined : await gatherings.find(actor, gatheringId);
    const mayChange = met?.gathering.communityId === communityId && allows(met.by.relations, 'change');
    if (!mayChange) return refuse('not-allowed');
  }

  const all = await hours.ofMembers(communityId);
  const week = nextMonday(now());
  return ok({
    slots: proposeSlots(all, minutes, week, PROPOSALS).map(viewSlot),
    rotation: rotateSlots(all, minutes, week, turns).map(viewSlot),
  });
}

const nextMonday = (now: Date): Date => {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(midnight + (7 - ((now.getUTCDay() + 6) % 7)) * DAY_MS);
};

export const viewSlot = ({ at, zones }: Omit<Slot, 'weight'>): FairHours['slots'][number] => ({
  startsAt: at.toISOString(),
  zones: zones.map((zone) => ({ ...zone })),
});
