import { change } from '../kernel/change.ts';
import type { GatheringId, OccurrenceId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import {
  about,
  type Gathering,
  type GatheringChange,
  type GivenTiming,
  type Participant,
  tidyGiven,
  turnsChanged,
} from './gathering.ts';
import { gatheringLimits, MOST_COUNT, turnWords } from './limits.ts';
import type { Occurrence } from './occurrence.ts';
import { allows } from './permission.ts';
import { horizonOf, replan } from './plan.ts';
import { addMinutes, datesOf, instantOf, tidyTiming } from './recurrence.ts';
import { daysBetween, dealTurns, isOnOneWeekday, type RotationRefusal, type Turn, weekdayOf } from './rotation.ts';
import { readRule, type RuleParts, writeRule } from './rule.ts';
import { nextTurn, turned, withTurns } from './turns.ts';

/** What becomes of a series that takes turns from a date on; `ended` is what it was before, where there was something. */
export type SeriesRotation = {
  readonly ended: GatheringChange | undefined;
  readonly turns: readonly GatheringChange[];
};

export type RotateRefusal =
  | RotationRefusal
  | 'no-date-ahead'
  | 'lasts-too-long'
  | 'lasts-too-short'
  | 'not-allowed'
  | 'community-closed'
  | 'gathering-cancelled';

type Rotating = {
  /** From this date on, wherever it was moved to. */
  readonly from: string;
  /** The first is in place of that date: on its day, or in its week. */
  readonly turns: readonly Turn[];
  readonly at: Date;
  readonly newId: () => string;
};

/**
 * Lets a series that runs take turns from one of its dates on: it ends before that date, and goes on as one series for
 * each turn. Where it has no date before, it is the first of them itself.
 *
 * Dates that stay on their day are the same dates, with their answers, agenda and host, in the series whose turn it is;
 * so whoever comes is told of a new time, as of any. Those without a place are dropped as by any new timing.
 */
export function rotate(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
  { from, turns, at, newId }: Rotating,
): Result<SeriesRotation, RotateRefusal> {
  if (!allows(by.relations, 'change')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');
  if (gathering.cancelledAt) return refuse('gathering-cancelled');
  const date = ahead.find(({ id }) => id === from);
  const [first] = turns;
  if (!date || date.plannedAt <= at || !first) return refuse('no-date-ahead');
  const begins = instantOf(first.startsLocal, gathering.timeZone);
  if (begins && begins <= at) return refuse('no-date-ahead');
  const rule = ruleFrom(gathering, date, first);
  if (!rule) return refuse('cannot-take-turns');
  const dealt = dealTurns({ timeZone: gathering.timeZone, rule, turns });
  if (!dealt.ok) return dealt;

  const going = ahead.filter(({ plannedAt }) => plannedAt >= date.plannedAt);
  // The rule begins with its first date, so before that there is none.
  const begun = gathering.startsLocal < date.plannedLocal;
  const changes: GatheringChange[] = [];
  for (const [turn, timing] of dealt.value.entries()) {
    const id = turn === 0 && !begun ? gathering.id : (newId() as GatheringId);
    const taken = takeTurn({ gathering, going, by }, { id, turn, turns: dealt.value.length, timing, at, newId });
    if (!taken.ok) return taken;
    changes.push(taken.value);
  }
  const kept = new Set(changes.flatMap(({ dates }) => dates.map(({ id }) => id)));
  const dropped = going.map(({ id }) => id).filter((id) => !kept.has(id));
  if (!begun)
    return ok({ ended: undefined, turns: changes.map((one, turn) => (turn === 0 ? { ...one, dropped } : one)) });
  const ended = end(gathering, ahead, by, { date, dropped, at });
  return ended.ok ? ok({ ended: ended.value, turns: changes }) : ended;
}

/** The rule of a series from one of its dates on, where the first turn is in place of that; `undefined` where it cannot be. */
function ruleFrom(gathering: Gathering, date: Occurrence, first: Turn): string | undefined {
  const read = readRule(gathering.rule ?? '');
  if (!read.ok) return undefined;
  const count = countFrom(gathering, date);
  const parts = onDayOf(read.value, date, first);
  return parts && writeRule(count === undefined ? parts : new Map([...parts, ['COUNT', String(count)]]));
}

/** How many dates of a series come from a date on, where its rule says how many there are. */
export function countFrom(gathering: Gathering, { plannedAt }: Occurrence): number | undefined {
  const read = readRule(gathering.rule ?? '');
  const count = read.ok ? read.value.get('COUNT') : undefined;
  if (count === undefined) return undefined;
  const before = datesOf(gathering, { until: new Date(plannedAt.getTime() - 1), limit: MOST_COUNT });
  return Number(count) - (before.ok ? before.value.length : 0);
}

/** A rule whose date is at another time of its day, or, of a series on one weekday, of its week. */
export function onDayOf(parts: RuleParts, date: Occurrence, { startsLocal }: Turn): RuleParts | undefined {
  const days = daysBetween(date.plannedLocal, startsLocal);
  if (days === 0) return parts;
  const isByDay = parts.has('BYDAY');
  if (Math.abs(days) > 6 || parts.get('FREQ') !== 'WEEKLY' || (isByDay && !isOnOneWeekday(parts))) return undefined;
  return isByDay ? new Map([...parts, ['BYDAY', weekdayOf(startsLocal)]]) : parts;
}

type Series = { readonly gathering: Gathering; readonly going: readonly Occurrence[]; readonly by: Participant };
type Taking = Pick<Rotating, 'at' | 'newId'> & {
  readonly id: GatheringId;
  /** From 0. */
  readonly turn: number;
  readonly turns: number;
  readonly timing: GivenTiming;
};

/** One of the series that take turns, with those of the dates to come that are on its days. */
function takeTurn(
  { gathering, going, by }: Series,
  { id, turn, turns, timing, at, newId }: Taking,
): Result<GatheringChange, RotateRefusal> {
  const tidy = tidyGiven(timing);
  if (!tidy.ok) return tidy;
  const words = turnWords(turn + 1, turns);
  const state: Gathering = {
    ...gathering,
    ...tidy.value,
    id,
    title: `${gathering.title.slice(0, gatheringLimits.title - words.length)}${words}`,
    // Each goes on with another of those who take turns, so that the same one does not host twice running.
    hosts: gathering.rotates ? turned(gathering.hosts, nextTurn(gathering.hosts, going) + turn) : gathering.hosts,
    plannedUntil: horizonOf(tidy.value, at),
    ...(id === gathering.id ? {} : { createdAt: at, revision: 0 }),
    updatedAt: at,
  };
  const planned = replan(state, going, { after: at, before: gathering, moves: true, rehosts: true, newId });
  if (!planned.ok) return planned;
  const { next } = planned.value;
  if (!next) return refuse('no-date-ahead');
  const dates = withTurns(state, planned.value.dates, 0).map((one) => ({ ...one, gatheringId: id }));
  const facts = about(state, by);
  const fact: GatheringEvent = moves(going, dates)
    ? { type: 'gathering.rescheduled', occurrenceId: next.id, ...facts }
    : { type: 'gathering.edited', moved: false, occurrenceId: next.id, ...facts };
  const others = turnsChanged(state, gathering, { ahead: going, dates }, facts);
  return ok({ ...change<Gathering, GatheringEvent>(state, fact, ...others), dates, dropped: [] });
}

/** Whether a date is at another time than it was, or none of them is any more. */
export function moves(before: readonly Occurrence[], after: readonly Occurrence[]): boolean {
  const timeOf = ({ startsAt, endsAt }: Occurrence) => `${startsAt.getTime()} ${endsAt.getTime()}`;
  const was = new Map(before.map((date) => [date.id, timeOf(date)]));
  const kept = after.filter(({ id }) => was.has(id));
  return kept.length === 0 || kept.some((date) => was.get(date.id) !== timeOf(date));
}

type Ending = { readonly date: Occurrence; readonly dropped: readonly OccurrenceId[]; readonly at: Date };

/** The series as it was, up to the day before a date; what has been and what comes before then is not touched. */
export function end(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  by: Participant,
  { date, dropped, at }: Ending,
): Result<GatheringChange, RotationRefusal> {
  const read = readRule(gathering.rule ?? '');
  if (!read.ok) return read;
  const lastDay = addMinutes(date.plannedLocal, -1440).slice(0, 10).replaceAll('-', '');
  const parts = [...read.value].filter(([name]) => name !== 'COUNT' && name !== 'UNTIL');
  const timing = tidyTiming({ ...gathering, rule: writeRule(new Map([...parts, ['UNTIL', lastDay]])) });
  if (!timing.ok) return timing;
  const next = ahead.find(({ plannedAt, cancelledAt }) => plannedAt < date.plannedAt && !cancelledAt);
  const fact: GatheringEvent = {
    type: 'gathering.edited',
    moved: false,
    ...(next ? { occurrenceId: next.id } : {}),
    ...about(gathering, by),
  };
  const state: Gathering = { ...gathering, rule: timing.value.rule, updatedAt: at };
  return ok({ ...change<Gathering, GatheringEvent>(state, fact), dates: [], dropped });
}
