import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { A_WEEK_MS, cadenceDays, type IntroductionCadence } from './limits.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { isStale } from '../kernel/revision.ts';

/** How a community introduces its people; `revision` is 0 as long as nobody has arranged it. */
export type Arrangement = {
  readonly communityId: CommunityId;
  readonly organisationId: OrganisationId;
  readonly cadence: IntroductionCadence;
  readonly size: number;
  /** When the next round begins by itself. */
  readonly nextAt: Date | undefined;
  readonly arrangedBy: PersonId | undefined;
  readonly revision: number;
};

export type ArrangementChange = Change<Arrangement, never>;

const HOUR_MS = 60 * 60_000;
/** Messages wait for each person's working hours anyway, so a round begins before the week does in most of the world. */
const MONDAY_MORNING_MS = 6 * HOUR_MS;

/** What a community has before anybody arranges anything: pairs, when a coordinator begins a round. */
export const unarranged = (communityId: CommunityId, organisationId: OrganisationId): Arrangement => ({
  communityId,
  organisationId,
  cadence: 'by-hand',
  size: 2,
  nextAt: undefined,
  arrangedBy: undefined,
  revision: 0,
});

/** Arranges how often and how many. A new rhythm begins on the next Monday that is far enough from the last round. */
export function arrange(
  arrangement: Arrangement,
  wanted: Pick<Arrangement, 'cadence' | 'size'>,
  given: {
    readonly by: PersonId;
    readonly now: Date;
    readonly lastAt: Date | undefined;
    readonly ifRevision?: number | undefined;
  },
): Result<ArrangementChange | undefined, 'changed-meanwhile'> {
  const { ifRevision, by: arrangedBy } = given;
  if (isStale(ifRevision, arrangement)) return refuse('changed-meanwhile');
  const { cadence, size } = wanted;
  if (arrangement.revision > 0 && cadence === arrangement.cadence && size === arrangement.size) return ok(undefined);
  const nextAt = cadence === arrangement.cadence ? arrangement.nextAt : firstOf(cadence, given);
  return ok(change({ ...arrangement, cadence, size, nextAt, arrangedBy }));
}

/** When the next round comes by itself, where one begins now: in the rhythm, never in arrears, never within a week. */
export function nextAfter({ cadence, nextAt }: Pick<Arrangement, 'cadence' | 'nextAt'>, now: Date): Date | undefined {
  if (cadence === 'by-hand') return undefined;
  const rhythm = cadenceDays[cadence] * DAY_MS;
  const from = (nextAt ?? mondayAfter(now)).getTime();
  const steps = Math.max(0, Math.ceil((now.getTime() + A_WEEK_MS - from) / rhythm));
  return new Date(from + steps * rhythm);
}

/** Whether a round would come too soon: nobody is introduced twice within a week. `lastAt`: of a round that introduced somebody. */
export const isTooSoon = (lastAt: Date | undefined, now: Date) =>
  lastAt !== undefined && now.getTime() - lastAt.getTime() < A_WEEK_MS;

function firstOf(
  cadence: IntroductionCadence,
  { now, lastAt }: { readonly now: Date; readonly lastAt: Date | undefined },
) {
  if (cadence === 'by-hand') return undefined;
  const earliest = lastAt ? new Date(lastAt.getTime() + cadenceDays[cadence] * DAY_MS - DAY_MS) : now;
  return mondayAfter(earliest > now ? earliest : now);
}

/** The Monday on which a rhythm may begin, and on which a round in which nobody could be introduced is tried again. */
export function mondayAfter(at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const days = (8 - at.getUTCDay()) % 7;
  const monday = midnight + days * DAY_MS + MONDAY_MORNING_MS;
  return new Date(monday > at.getTime() ? monday : monday + 7 * DAY_MS);
}
