import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { excerpt } from '../kernel/markdown.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from './format.ts';
import type { Occurrence } from './occurrence.ts';
import { allows, type Relation } from './permission.ts';
import { horizonOf, planDates, replan } from './plan.ts';
import { instantOf, minutesBetween, tidyTiming, type Timing, type TimingRefusal } from './recurrence.ts';
import { gatheringMinutes } from './limits.ts';
import { changedTurns } from './turns.ts';

/** What a gathering says about itself. */
export type GatheringText = {
  readonly title: string;
  readonly description: string;
  readonly format: GatheringFormat;
  readonly mode: GatheringMode;
  readonly meetingUrl: string | undefined;
  readonly venue: string | undefined;
  readonly visibility: GatheringVisibility;
  readonly capacity: number | undefined;
  /** In the order in which they take turns. */
  readonly hosts: readonly PersonId[];
  readonly rotates: boolean;
};

/** What a community has planned: once, or as a series. */
export type Gathering = GatheringText &
  Timing & {
    readonly id: GatheringId;
    readonly organisationId: OrganisationId;
    readonly communityId: CommunityId;
    readonly minutes: number;
    readonly scheduledBy: PersonId | undefined;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly cancelledAt: Date | undefined;
    readonly cancelReason: string | undefined;
    /** Up to here its dates are planned; `undefined` where no more will come. */
    readonly plannedUntil: Date | undefined;
    readonly revision: number;
  };

/** A change of a gathering with what it does to its dates: those that are new or different, and those that are no more. */
export type GatheringChange = Change<Gathering, GatheringEvent> & {
  readonly dates: readonly Occurrence[];
  readonly dropped: readonly OccurrenceId[];
};

/** Who acts, and how they relate to a gathering and its community. `closed`: the community has ended. */
export type Participant = {
  readonly personId: PersonId;
  readonly relations: readonly Relation[];
  readonly closed: boolean;
};

/** As people give it: when it begins and ends on the clock of the zone, once or by a rule. */
export type GivenTiming = Timing & { readonly endsLocal: string };

export type ScheduleRefusal =
  | TimingRefusal
  | 'no-date-ahead'
  | 'lasts-too-long'
  | 'lasts-too-short'
  | 'not-allowed'
  | 'community-closed';

type Draft = GatheringText &
  GivenTiming &
  Pick<Gathering, 'id' | 'organisationId' | 'communityId'> & { readonly at: Date; readonly newId: () => string };

/** Checks a timing as people give it and puts it into its one form, with how long one date takes. */
export function tidyGiven({
  endsLocal,
  ...given
}: GivenTiming): Result<Timing & { readonly minutes: number }, TimingRefusal | 'lasts-too-long' | 'lasts-too-short'> {
  const tidy = tidyTiming(given);
  if (!tidy.ok) return tidy;
  // An end that the clock skips is moved with the clock; only a day that is none cannot be.
  if (!instantOf(endsLocal.replace(/T.*$/u, 'T12:00'), given.timeZone)) return refuse('no-such-time');
  const minutes = minutesBetween(given.startsLocal, endsLocal);
  if (minutes <= 0) return refuse('ends-before-start');
  if (minutes < gatheringMinutes.least) return refuse('lasts-too-short');
  if (minutes > gatheringMinutes.most) return refuse('lasts-too-long');
  return ok({ ...tidy.value, minutes });
}

/** Plans a gathering, or a series of them as far as its dates are in reach. At least one date is still to come. */
export function schedule(
  by: Participant,
  { at, newId, timeZone, startsLocal, endsLocal, rule, ...given }: Draft,
): Result<GatheringChange, ScheduleRefusal> {
  if (!allows(by.relations, 'schedule')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');
  const timing = tidyGiven({ timeZone, startsLocal, endsLocal, rule });
  if (!timing.ok) return timing;

  const gathering: Gathering = {
    ...given,
    ...timing.value,
    scheduledBy: by.personId,
    createdAt: at,
    updatedAt: at,
    cancelledAt: undefined,
    cancelReason: undefined,
    plannedUntil: horizonOf(timing.value, at),
    revision: 0,
  };
  const dates = planDates(gathering, { after: at, until: horizonOf(timing.value, at), newId });
  if (!dates.ok) return dates;
  const [first] = dates.value;
  if (!first) return refuse('no-date-ahead');
  const fact = { type: 'gathering.scheduled', occurrenceId: first.id, ...about(gathering, by) } as const;
  return ok({ ...change<Gathering, GatheringEvent>(gathering, fact), dates: dates.value, dropped: [] });
}

type Edit = { readonly [Field in keyof GatheringText]?: GatheringText[Field] | undefined } & {
  /** What is not needed any more. */
  readonly without: readonly ('meetingUrl' | 'venue' | 'capacity')[];
  readonly timing: GivenTiming | undefined;
  readonly at: Date;
  readonly newId: () => string;
};

/**
 * Changes a gathering and, where its timing changes, its dates to come: a date that stays on its day keeps its answers,
 * one that has no place in the new timing is cancelled. What has been is never touched.
 */
export function edit(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
  { without, timing, at, newId, ...wanted }: Edit,
): Result<GatheringChange | undefined, ScheduleRefusal | 'gathering-cancelled'> {
  if (!allows(by.relations, 'change')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');
  if (gathering.cancelledAt) return refuse('gathering-cancelled');

  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const gone = Object.fromEntries(without.map((field) => [field, undefined]));
  const edited: Gathering = { ...gathering, ...given, ...gone };
  const tidy = timing && tidyGiven(timing);
  if (tidy && !tidy.ok) return tidy;
  const moves = tidy !== undefined && isOther(gathering, tidy.value);
  const rehosts =
    JSON.stringify([edited.hosts, edited.rotates]) !== JSON.stringify([gathering.hosts, gathering.rotates]);
  if (!moves && !rehosts && JSON.stringify(edited) === JSON.stringify(gathering)) return ok(undefined);

  const until = tidy && horizonOf(tidy.value, at);
  const state: Gathering = { ...edited, ...tidy?.value, ...(moves ? { plannedUntil: until } : {}), updatedAt: at };
  const planned = replan(state, ahead, { after: at, before: gathering, moves, rehosts, newId });
  if (!planned.ok) return planned;
  const { dates, dropped } = planned.value;
  const next = planned.value.next;
  if (moves && !next) return refuse('no-date-ahead');
  const facts = about(gathering, by);
  const elsewhere = state.venue !== gathering.venue || state.meetingUrl !== gathering.meetingUrl;
  const fact: GatheringEvent =
    moves && next
      ? { type: 'gathering.rescheduled', occurrenceId: next.id, ...facts }
      : { type: 'gathering.edited', moved: elsewhere, ...(next ? { occurrenceId: next.id } : {}), ...facts };
  const added = next ? hostsAdded(gathering, state, { occurrenceId: next.id, ...facts }) : [];
  const turns = turnsChanged(state, gathering, { ahead, dates }, facts);
  return ok({ ...change<Gathering, GatheringEvent>(state, fact, ...added, ...turns), dates, dropped });
}

type AboutNext = ReturnType<typeof about> &
  Pick<Extract<GatheringEvent, { type: 'gathering.host-added' }>, 'occurrenceId'>;

const hostsAdded = (before: Gathering, after: Gathering, facts: AboutNext): readonly GatheringEvent[] =>
  after.hosts
    .filter((host) => !before.hosts.includes(host))
    .map((hostId) => ({ type: 'gathering.host-added', hostId, ...facts }));

/** Whoever is a host anew is told that; whoever was one before, or was put down for one date, that their turns are others. */
export const turnsChanged = (
  after: Gathering,
  before: Gathering,
  { ahead, dates }: { readonly ahead: readonly Occurrence[]; readonly dates: readonly Occurrence[] },
  facts: ReturnType<typeof about>,
): readonly GatheringEvent[] =>
  changedTurns(ahead, dates)
    .filter(({ hostId }) => before.hosts.includes(hostId) || !after.hosts.includes(hostId))
    .map((turns) => ({ type: 'gathering.turns-changed', ...facts, ...turns }));

const isOther = (before: Gathering, after: Timing & { readonly minutes: number }) =>
  before.timeZone !== after.timeZone ||
  before.startsLocal !== after.startsLocal ||
  before.rule !== after.rule ||
  before.minutes !== after.minutes;

/** Calls a gathering off, with all its dates to come. */
export function cancel(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
  { reason, at }: { readonly reason: string | undefined; readonly at: Date },
): Result<GatheringChange | undefined, 'not-allowed'> {
  if (!allows(by.relations, 'cancel')) return refuse('not-allowed');
  return ok(gathering.cancelledAt ? undefined : callOff(gathering, ahead, by, { reason, at }));
}

/** The same as what follows from something else, as from the end of the community. */
export function callOff(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  { personId }: { readonly personId: PersonId | undefined },
  { reason, at }: { readonly reason: string | undefined; readonly at: Date },
): GatheringChange {
  const state: Gathering = {
    ...gathering,
    cancelledAt: at,
    cancelReason: reason,
    plannedUntil: undefined,
    updatedAt: at,
  };
  const called = ahead.filter(({ cancelledAt }) => !cancelledAt);
  const dates = called.map((date) => ({ ...date, cancelledAt: at, cancelReason: reason, revision: date.revision + 1 }));
  const [next] = dates;
  const whose = { gatheringId: gathering.id, communityId: gathering.communityId, ...(personId ? { personId } : {}) };
  const facts: GatheringEvent[] = next
    ? [{ type: 'gathering.cancelled', occurrenceId: next.id, ...whose }]
    : [{ type: 'gathering.edited', moved: false, ...whose }];
  return { ...change<Gathering, GatheringEvent>(state, ...facts), dates, dropped: [] };
}

/** Characters of plain text that a list shows. */
const SUMMARY = 240;
export const gatheringSummary = ({ description }: Pick<GatheringText, 'description'>) => excerpt(description, SUMMARY);

/** What every fact about a gathering carries. */
export const about = ({ id, communityId }: Gathering, { personId }: Participant) => ({
  gatheringId: id,
  communityId,
  personId,
});
