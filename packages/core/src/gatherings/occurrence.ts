import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import { about, type Gathering, type Participant } from './gathering.ts';
import { gatheringMinutes } from './limits.ts';
import { allows } from './permission.ts';
import { instantOf } from './recurrence.ts';

/** In place of a date of the rule, so that the rule may have that date again. */
export const NO_LONGER_PLANNED = 'gone ';

/** One date of a gathering. What is `undefined` is as the series has it. */
export type Occurrence = {
  readonly id: OccurrenceId;
  readonly gatheringId: GatheringId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  /** Where the rule has put it, on the clock of the zone; stays when this one date is moved. */
  readonly plannedLocal: string;
  readonly plannedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string | undefined;
  readonly meetingUrl: string | undefined;
  readonly venue: string | undefined;
  /** Whose turn it is, where hosts take turns. */
  readonly hostId: PersonId | undefined;
  /** They were put down for this one date, whoever's turn it was. */
  readonly ownHost: boolean;
  readonly cancelledAt: Date | undefined;
  readonly cancelReason: string | undefined;
  readonly revision: number;
};

export type OccurrenceChange = Change<Occurrence, GatheringEvent>;

type Edit = {
  readonly startsLocal?: string | undefined;
  readonly endsLocal?: string | undefined;
  readonly title?: string | undefined;
  readonly meetingUrl?: string | undefined;
  readonly venue?: string | undefined;
  readonly hostId?: PersonId | undefined;
  /** As the series has it again. */
  readonly without: readonly ('title' | 'meetingUrl' | 'venue' | 'hostId')[];
  readonly at: Date;
};

export type ChangeRefusal =
  | 'not-allowed'
  | 'community-closed'
  | 'gathering-cancelled'
  | 'gathering-over'
  | 'no-such-time'
  | 'ends-before-start'
  | 'lasts-too-short'
  | 'lasts-too-long'
  | 'no-date-ahead';

/** Changes this one date: when and where it is, what it is about, or who hosts it. */
export function changeOccurrence(
  gathering: Gathering,
  date: Occurrence,
  by: Participant,
  { startsLocal, endsLocal, without, at, ...wanted }: Edit,
): Result<OccurrenceChange | undefined, ChangeRefusal> {
  if (!allows(by.relations, 'change')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');
  if (date.cancelledAt) return refuse('gathering-cancelled');
  if (date.endsAt <= at) return refuse('gathering-over');

  const startsAt = startsLocal === undefined ? date.startsAt : instantOf(startsLocal, gathering.timeZone);
  if (!startsAt) return refuse('no-such-time');
  const lasts = date.endsAt.getTime() - date.startsAt.getTime();
  const endsAt =
    endsLocal === undefined ? new Date(startsAt.getTime() + lasts) : instantOf(endsLocal, gathering.timeZone);
  if (!endsAt) return refuse('no-such-time');
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (minutes <= 0) return refuse('ends-before-start');
  if (minutes < gatheringMinutes.least) return refuse('lasts-too-short');
  if (minutes > gatheringMinutes.most) return refuse('lasts-too-long');
  if (startsLocal !== undefined && endsAt <= at) return refuse('no-date-ahead');

  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const gone = Object.fromEntries(without.map((field) => [field, undefined]));
  const other = { ...date, startsAt, endsAt, ...given, ...gone };
  const state: Occurrence = {
    ...other,
    ownHost: other.hostId === date.hostId ? date.ownHost : other.hostId !== undefined,
  };
  if (JSON.stringify(state) === JSON.stringify(date)) return ok(undefined);
  const moved =
    startsAt.getTime() !== date.startsAt.getTime() ||
    endsAt.getTime() !== date.endsAt.getTime() ||
    state.venue !== date.venue ||
    state.meetingUrl !== date.meetingUrl;
  const hosts = state.hostId !== undefined && state.hostId !== date.hostId ? { hostId: state.hostId } : {};
  const fact = { type: 'occurrence.changed', moved, ...hosts, occurrenceId: date.id, ...about(gathering, by) } as const;
  return ok(change<Occurrence, GatheringEvent>(state, fact));
}

/** Calls this one date off. */
export function cancelOccurrence(
  gathering: Gathering,
  date: Occurrence,
  by: Participant,
  { reason, at }: { readonly reason: string | undefined; readonly at: Date },
): Result<OccurrenceChange | undefined, 'not-allowed' | 'gathering-over'> {
  if (!allows(by.relations, 'cancel')) return refuse('not-allowed');
  if (date.cancelledAt) return ok(undefined);
  if (date.endsAt <= at) return refuse('gathering-over');
  const fact = { type: 'occurrence.cancelled', occurrenceId: date.id, ...about(gathering, by) } as const;
  return ok(change<Occurrence, GatheringEvent>({ ...date, cancelledAt: at, cancelReason: reason }, fact));
}

export type RestoreRefusal = 'not-allowed' | 'community-closed' | 'gathering-cancelled' | 'gathering-over';

/** Puts this one date back, as it was; not where its series was called off, too, or does not have it any more. */
export function restoreOccurrence(
  gathering: Gathering,
  date: Occurrence,
  by: Participant,
  at: Date,
): Result<OccurrenceChange | undefined, RestoreRefusal> {
  if (!allows(by.relations, 'change')) return refuse('not-allowed');
  if (!date.cancelledAt) return ok(undefined);
  if (by.closed) return refuse('community-closed');
  if (gathering.cancelledAt || !isPlanned(date.plannedLocal)) return refuse('gathering-cancelled');
  if (date.startsAt <= at) return refuse('gathering-over');
  const fact = { type: 'occurrence.restored', occurrenceId: date.id, ...about(gathering, by) } as const;
  return ok(change<Occurrence, GatheringEvent>({ ...date, cancelledAt: undefined, cancelReason: undefined }, fact));
}

/** Whether its series still has the date that was planned so. */
export const isPlanned = (plannedLocal: string) => !plannedLocal.startsWith(NO_LONGER_PLANNED);
