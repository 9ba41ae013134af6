import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { burdenOfDates } from './fair-hours.ts';
import type { SeriesHours } from './hours-contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps, HoursReader } from './ports.ts';
import { viewSlot } from './propose-hours.ts';

/** What the next dates of a series ask of the members of its community, by their zones. */
export async function seeHours(
  { gatherings, hours, now }: Pick<GatheringDeps, 'gatherings' | 'now'> & { readonly hours: HoursReader },
  actor: Actor,
  { gatheringId }: { readonly gatheringId: string },
): Promise<Result<SeriesHours, 'no-such-gathering' | 'not-allowed'>> {
  const met = await gatherings.find(actor, gatheringId);
  if (!met) return refuse('no-such-gathering');
  if (!allows(met.by.relations, 'see-hours')) return refuse('not-allowed');

  const dates = await hours.nextDates(actor, gatheringId, now());
  const all = await hours.ofMembers(met.gathering.communityId);
  return ok({ dates: burdenOfDates(all, dates).map(viewSlot) });
}
