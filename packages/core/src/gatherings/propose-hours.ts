import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type Hours, isDayOffOfMost, proposeSlots, rotateSlots, type Slot } from './fair-hours.ts';
import type { Gathering } from './gathering.ts';
import type { FairHours, FairHoursQuery } from './hours-contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps, HoursReader } from './ports.ts';
import { mayChangeWeekday, weekdaysOf } from './rotation.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { utc } from '../kernel/instant.ts';

const PROPOSALS = 5;

/**
 * Times of the next whole week that are fair to the members, and times that a series can take in turn. One that is there
 * already stays on its weekdays, unless it is on one, and most have that day off.
 */
export async function proposeHours(
  {
    participants,
    gatherings,
    hours,
    now,
  }: Pick<GatheringDeps, 'participants' | 'gatherings' | 'now'> & { readonly hours: HoursReader },
  actor: Actor,
  { communityId, gatheringId, minutes, turns, keepsDays }: FairHoursQuery & { readonly communityId: string },
): Promise<Result<FairHours, 'no-such-community' | 'not-allowed'>> {
  const by = await participants.inCommunity(actor, communityId as CommunityId);
  if (!by) return refuse('no-such-community');
  const met = gatheringId === undefined ? undefined : await gatherings.find(actor, gatheringId);
  const own = met?.gathering.communityId === communityId ? met : undefined;
  // Who hosts it but plans nothing else.
  if (!allows(by.relations, 'schedule') && !(own && allows(own.by.relations, 'change'))) return refuse('not-allowed');

  const all = await hours.ofMembers(communityId);
  const week = nextMonday(now());
  const { slots, days } = rotationFor(all, own?.gathering, { minutes, turns, keepsDays, week });
  return ok({
    slots: proposeSlots(all, minutes, week, PROPOSALS).map(viewSlot),
    rotation: slots.map(viewSlot),
    ...(days ? { days } : {}),
  });
}

type Wanted = Pick<FairHoursQuery, 'minutes' | 'turns' | 'keepsDays'> & { readonly week: Date };
type Rotated = { readonly slots: readonly Slot[]; readonly days?: FairHours['days'] };

function rotationFor(
  all: readonly Hours[],
  series: Gathering | undefined,
  { minutes, turns, keepsDays, week }: Wanted,
): Rotated {
  const anywhere = () => rotateSlots(all, minutes, week, { turns });
  if (series?.rule === undefined) return { slots: anywhere() };
  const { rule, startsLocal, timeZone } = series;
  const weekdays = weekdaysOf(rule, startsLocal);
  const own = rotateSlots(all, minutes, week, { turns, on: { timeZone, weekdays } });
  const dayOff = own.some((slot) => isDayOffOfMost(all, slot));
  const mayMove = mayChangeWeekday(rule, startsLocal);
  const kept = !mayMove || (keepsDays ?? !dayOff);
  return { slots: kept ? own : anywhere(), days: { weekdays: [...weekdays], dayOff, mayMove, kept } };
}

const nextMonday = (now: Date): Date => {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(midnight + (7 - ((now.getUTCDay() + 6) % 7)) * DAY_MS);
};

export const viewSlot = ({ at, zones }: Omit<Slot, 'weight'>): FairHours['slots'][number] => ({
  startsAt: utc(at),
  zones: zones.map((zone) => ({ ...zone })),
});
