import type { OccurrenceId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Gathering } from './gathering.ts';
import { DAYS_AHEAD } from './limits.ts';
import type { Occurrence } from './occurrence.ts';
import { datesInReach, instantOf, addMinutes, type PlannedDate, type Timing } from './recurrence.ts';
import { type LastTurn, nextTurn, turnAfter, withTurns } from './turns.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** What dates are made from. */
export type Plannable = Timing &
  Pick<Gathering, 'id' | 'organisationId' | 'communityId' | 'minutes' | 'hosts' | 'rotates'>;

type Planning = { readonly after: Date; readonly newId: () => string };
type PlanRefusal = 'impossible-rule' | 'too-many-dates';

/**
 * Up to where the dates of a timing are planned; `undefined` for what happens once. A series that begins beyond that is
 * planned as far from its beginning, so that people can come to what has been announced early.
 */
export function horizonOf({ rule, startsLocal, timeZone }: Timing, now: Date): Date | undefined {
  if (rule === undefined) return undefined;
  const reach = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
  const start = instantOf(startsLocal, timeZone);
  return start && start > reach ? new Date(start.getTime() + DAYS_AHEAD * DAY_MS) : reach;
}

/** The dates of a gathering that begin after `after`, up to `until`, each with its host where hosts take turns. */
export function planDates(
  gathering: Plannable,
  {
    after,
    until,
    newId,
    lastTurn,
  }: Planning & { readonly until: Date | undefined; readonly lastTurn?: LastTurn | undefined },
): Result<readonly Occurrence[], PlanRefusal> {
  const dates = datesAfter(gathering, after, until);
  if (!dates.ok) return dates;
  return ok(
    withTurns(
      gathering,
      dates.value.map((date) => occurrenceOf(gathering, date, newId)),
      turnAfter(gathering.hosts, lastTurn),
    ),
  );
}

/** Once is once, however far ahead; a series is planned as far as it is in reach. */
function datesAfter(timing: Timing, after: Date, until: Date | undefined): Result<readonly PlannedDate[], PlanRefusal> {
  return datesInReach(timing, new Date(after.getTime() + 1), until ?? new Date(after.getTime() + 36_525 * DAY_MS));
}

function occurrenceOf(gathering: Plannable, { local, at }: PlannedDate, newId: () => string): Occurrence {
  const { id, organisationId, communityId } = gathering;
  return {
    id: newId() as OccurrenceId,
    gatheringId: id,
    organisationId,
    communityId,
    plannedLocal: local,
    plannedAt: at,
    startsAt: at,
    endsAt: endOf(gathering, local, at),
    title: undefined,
    meetingUrl: undefined,
    venue: undefined,
    hostId: undefined,
    ownHost: false,
    cancelledAt: undefined,
    cancelReason: undefined,
    revision: 1,
  };
}

/** It ends when the clock says so, also where the clocks change in between. */
function endOf({ timeZone, minutes }: Plannable, local: string, at: Date): Date {
  const byTheClock = instantOf(addMinutes(local, minutes), timeZone);
  return byTheClock && byTheClock > at ? byTheClock : new Date(at.getTime() + minutes * 60_000);
}

type Replanned = {
  readonly dates: readonly Occurrence[];
  readonly dropped: readonly OccurrenceId[];
  /** The next date that takes place. */
  readonly next: Occurrence | undefined;
};

type Replanning = Planning & {
  /** What the series of a date was before. */
  readonly before: Plannable | ((date: Occurrence) => Plannable);
  readonly moves: boolean;
  readonly rehosts: boolean;
};

/**
 * Fits the dates to come (`coming`) to what the gathering is now, from what it was `before`.
 *
 * A date that has been given its own time keeps it as long as the rule still has it when it did: who comes has agreed to
 * that time. Where the rule has it at another time, it goes there. Its title, place and host are its own in any case.
 */
export function replan(
  gathering: Gathering,
  coming: readonly Occurrence[],
  { after, before: former, moves, rehosts, newId }: Replanning,
): Result<Replanned, PlanRefusal> {
  const takesPlace = (dates: readonly Occurrence[]) =>
    dates.filter(({ cancelledAt }) => !cancelledAt).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
  const ahead = coming.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
  const turn = nextTurn(gathering.hosts, ahead);
  const formerOf = (date: Occurrence) => (typeof former === 'function' ? former(date) : former);
  if (!moves)
    return ok({ dates: rehosts ? withTurns(gathering, ahead, turn) : [], dropped: [], next: takesPlace(ahead) });

  const wanted = datesAfter(gathering, after, gathering.plannedUntil);
  if (!wanted.ok) return wanted;
  // Of the dates of one day there is at most one, since nothing happens more often than daily. One that has been called
  // off stays so, at its new time.
  const byDay = new Map(ahead.map((date) => [date.plannedLocal.slice(0, 10), date]));
  // What was to be before now and has been moved to later is no date of the rule to come, and takes place all the same.
  const late = gathering.rule === undefined ? [] : ahead.filter(({ plannedAt }) => plannedAt <= after);
  const kept = new Set<OccurrenceId>(late.map(({ id }) => id));
  const planned = wanted.value.map((date) => {
    const fresh = occurrenceOf(gathering, date, newId);
    const before = byDay.get(date.local.slice(0, 10));
    if (!before) return fresh;
    kept.add(before.id);
    if (
      gathering.rule !== undefined &&
      hasOwnTime(before, formerOf(before)) &&
      isSame(fresh.startsAt, before.plannedAt)
    ) {
      return before;
    }
    const { plannedLocal, plannedAt, startsAt, endsAt } = fresh;
    return { ...before, plannedLocal, plannedAt, startsAt, endsAt, revision: before.revision + 1 };
  });
  const dates = [...late, ...planned];
  const turned = rehosts || gathering.rotates ? withTurns(gathering, dates, turn) : dates;
  return ok({
    dates: turned,
    dropped: ahead.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    next: takesPlace(turned),
  });
}

const isSame = (a: Date, b: Date) => a.getTime() === b.getTime();

/** Whether a date was moved, or made longer or shorter, apart from what its series was then. */
const hasOwnTime = ({ startsAt, endsAt, plannedAt, plannedLocal }: Occurrence, former: Plannable) =>
  !isSame(startsAt, plannedAt) || !isSame(endsAt, endOf(former, plannedLocal, plannedAt));
