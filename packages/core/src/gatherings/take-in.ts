import { change } from '../kernel/change.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import type { Gathering, GatheringChange, GatheringText } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import { horizonOf, planDates, replan } from './plan.ts';
import { instantOf, tidyTiming, type Timing, type TimingRefusal } from './recurrence.ts';

/** What another system says about a gathering. */
export type TakenIn = GatheringText &
  Timing &
  Pick<
    Gathering,
    'id' | 'organisationId' | 'communityId' | 'minutes' | 'createdAt' | 'cancelledAt' | 'cancelReason'
  > & {
    /** Dates of a series, by the clock of its zone, that do not take place. */
    readonly calledOff: readonly string[];
  };

/**
 * A gathering that an import has brought before, with its dates to come; of one that is once, its date whenever it is.
 * `brought`: the timing that the last import brought, as `timingText` says it; unknown where that was long ago.
 */
export type KnownGathering = {
  readonly gathering: Gathering;
  readonly dates: readonly Occurrence[];
  readonly brought: string | undefined;
};

/** `keepsTimes`: it is when people here want it to be, whatever is said. */
export type TakenOver = GatheringChange & { readonly brought: string; readonly keepsTimes: boolean };

export type TakeInRefusal = TimingRefusal | 'community-closed' | 'other-community';

type Taking = { readonly at: Date; readonly closed: boolean; readonly newId: () => string };

/**
 * Takes over what another system says about a gathering. What is once may be past: it is history worth having. A series
 * is planned from now on. What people have called off here stays called off, and where they have changed its times since,
 * those stay. Nobody's answer goes with an update, as a date that stays on its day, or that is the only one, is the same
 * date.
 */
export function takeIn(
  known: KnownGathering | undefined,
  { calledOff, ...given }: TakenIn,
  { at, closed, newId }: Taking,
): Result<TakenOver, TakeInRefusal> {
  if (known && known.gathering.communityId !== given.communityId) return refuse('other-community');
  const tidy = tidyTiming(given);
  if (!tidy.ok) return tidy;

  const before = known?.gathering;
  const said = { ...tidy.value, minutes: given.minutes };
  const brought = timingText(said);
  const isOther = (text: string | undefined) => before && text !== undefined && timingText(before) !== text;
  const keepsTimes = isOther(known?.brought) === true && isOther(brought) === true;
  const timing = before && keepsTimes ? timingOf(before) : said;
  const cancelledAt = before?.cancelledAt ?? given.cancelledAt;
  const state: Gathering = {
    ...given,
    ...timing,
    scheduledBy: before?.scheduledBy,
    createdAt: before?.createdAt ?? given.createdAt,
    updatedAt: at,
    cancelledAt,
    cancelReason: before?.cancelledAt ? before.cancelReason : given.cancelReason,
    plannedUntil: horizonOf(timing, at),
    revision: before?.revision ?? 0,
  };
  const planned = datesOf(known, state, { at, newId });
  if (!planned.ok) return planned;

  const { dropped, moves } = planned.value;
  const off = new Set(calledOff);
  const gone = new Set(dropped);
  const all = new Map([...(known?.dates ?? []), ...planned.value.dates].map((date) => [date.id, date]));
  const held = [...all.values()]
    .filter(({ id }) => !gone.has(id))
    .map((date) => (cancelledAt || off.has(date.plannedLocal) ? callOff(date, state, at) : date));
  if (closed && held.some((date) => date.startsAt > at && !date.cancelledAt)) return refuse('community-closed');

  const asBefore = new Set(known?.dates);
  const fact = {
    type: 'gathering.imported',
    moved: moves,
    gatheringId: state.id,
    communityId: state.communityId,
  } as const;
  // Where the dates stay as they are, they are planned no further than before; the upkeep goes on from there.
  const reached = before && !moves ? before.plannedUntil : state.plannedUntil;
  const plannedUntil = cancelledAt ? undefined : reached;
  return ok({
    ...change<Gathering, GatheringEvent>({ ...state, plannedUntil }, fact, ...calledOffAnew(known, state, held, at)),
    dates: held.filter((date) => !asBefore.has(date)),
    dropped,
    brought,
    keepsTimes,
  });
}

type Times = Timing & Pick<Gathering, 'minutes'>;
const timingOf = ({ timeZone, startsLocal, minutes, rule }: Times): Times => ({ timeZone, startsLocal, minutes, rule });
const timingText = ({ timeZone, startsLocal, minutes, rule }: Times) =>
  [timeZone, startsLocal, minutes, rule].filter((part) => part !== undefined).join(' ');

/** Whoever has answered here is told, as of what is called off by hand: once, where all of it is. */
function calledOffAnew(
  known: KnownGathering | undefined,
  { id: gatheringId, communityId, cancelledAt }: Gathering,
  held: readonly Occurrence[],
  at: Date,
): readonly GatheringEvent[] {
  const took = new Set(known?.dates.filter((date) => !date.cancelledAt).map(({ id }) => id));
  const off = held.filter((date) => took.has(date.id) && date.cancelledAt && date.endsAt > at);
  const facts = off.map(({ id: occurrenceId }) => ({ occurrenceId, gatheringId, communityId }));
  return cancelledAt
    ? facts.slice(0, 1).map((fact) => ({ type: 'gathering.cancelled', ...fact }))
    : facts.map((fact) => ({ type: 'occurrence.cancelled', ...fact }));
}

type Planned = Pick<GatheringChange, 'dates' | 'dropped'> & { readonly moves: boolean };

function datesOf(
  known: KnownGathering | undefined,
  state: Gathering,
  { at, newId }: Omit<Taking, 'closed'>,
): Result<Planned, 'impossible-rule' | 'too-many-dates'> {
  const start = instantOf(state.startsLocal, state.timeZone) ?? at;
  const after = state.rule === undefined ? new Date(start.getTime() - 1) : at;
  if (!known) {
    const dates = planDates(state, { after, until: horizonOf(state, at), newId });
    return dates.ok ? ok({ dates: dates.value, dropped: [], moves: false }) : dates;
  }
  const { gathering, dates } = known;
  const moves =
    gathering.timeZone !== state.timeZone ||
    gathering.startsLocal !== state.startsLocal ||
    gathering.rule !== state.rule ||
    gathering.minutes !== state.minutes;
  const rehosts = JSON.stringify([gathering.hosts, gathering.rotates]) !== JSON.stringify([state.hosts, state.rotates]);
  const [only, more] = dates;
  const isOneDate = gathering.rule === undefined && state.rule === undefined && only !== undefined && !more;
  // What is once keeps its date also on another day: `replan` knows a date by its day.
  const ahead = isOneDate && moves ? [{ ...only, plannedLocal: state.startsLocal }] : dates;
  const planned = replan(state, ahead, { after, before: gathering, moves, rehosts, newId });
  return planned.ok ? ok({ dates: planned.value.dates, dropped: planned.value.dropped, moves }) : planned;
}

const callOff = (date: Occurrence, { cancelReason, cancelledAt }: Gathering, at: Date): Occurrence =>
  date.cancelledAt ? date : { ...date, cancelledAt: cancelledAt ?? at, cancelReason, revision: date.revision + 1 };
