import { change } from '../kernel/change.ts';
import type { GatheringId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { GatheringEvent } from './events.ts';
import { about, callOff, type Gathering, type GatheringChange, tidyGiven, turnsChanged } from './gathering.ts';
import { turnWords } from './limits.ts';
import type { Occurrence } from './occurrence.ts';
import { allows } from './permission.ts';
import { horizonOf, replan } from './plan.ts';
import type { Met } from './ports.ts';
import type { Turn } from './rotation.ts';
import { readRule, type RuleParts, writeRule } from './rule.ts';
import { countFrom, end, moves, onDayOf, type RotateRefusal } from './series-rotation.ts';

/** A series that takes turns, with its dates to come. */
export type MetTurn = Met & { readonly turn: number; readonly ahead: readonly Occurrence[] };

/** What becomes of series that take turns no more: the one that goes on, and what the turns are up to then. */
export type RotationEnd = { readonly single: GatheringChange; readonly ended: readonly GatheringChange[] };

type Ending = {
  /** From this date of the turn `own` on, wherever it was moved to. */
  readonly from: string;
  /** What is in place of that date: on its day, or in its week. */
  readonly time: Turn;
  readonly at: Date;
  readonly newId: () => string;
};

/**
 * Ends the turns of a series from one of their dates on: each turn ends before that date, and one series goes on at one
 * time, with the words, place and hosts of the turn whose date it is. That turn goes on itself where it has no date before;
 * of another one that has none nothing is left, and it is called off.
 *
 * Dates that stay on their day are the same dates, with their answers, agenda, host and what is different about them. A
 * turn that was called off before stays so, and its days are days of the series again.
 */
export function endTurns(
  all: readonly MetTurn[],
  own: MetTurn,
  { from, time, at, newId }: Ending,
): Result<RotationEnd, RotateRefusal> {
  const turns = all.filter(({ gathering }) => !gathering.cancelledAt);
  if (![own, ...turns].every(({ by }) => allows(by.relations, 'change'))) return refuse('not-allowed');
  if (own.by.closed) return refuse('community-closed');
  if (own.gathering.cancelledAt) return refuse('gathering-cancelled');
  const date = own.ahead.find(({ id }) => id === from);
  if (!date || date.plannedAt <= at) return refuse('no-date-ahead');
  const rule = ruleOfAll(all, own, date, time);
  if (!rule) return refuse('cannot-take-turns');
  const tidy = tidyGiven({ timeZone: own.gathering.timeZone, rule, ...time });
  if (!tidy.ok) return tidy;

  const isBegun = ({ gathering }: Met) => gathering.startsLocal.slice(0, 10) < date.plannedLocal.slice(0, 10);
  const isFrom = ({ plannedAt }: Occurrence) => plannedAt >= date.plannedAt;
  const going = turns.flatMap(({ ahead }) => ahead.filter(isFrom));
  const byId = new Map(turns.map(({ gathering }) => [gathering.id, gathering]));
  const { gathering, by } = own;
  const id = isBegun(own) ? (newId() as GatheringId) : gathering.id;
  const words = turnWords(own.turn, all.length);
  const state: Gathering = {
    ...gathering,
    ...tidy.value,
    id,
    title: gathering.title.endsWith(words) ? gathering.title.slice(0, -words.length) : gathering.title,
    plannedUntil: horizonOf(tidy.value, at),
    ...(id === gathering.id ? {} : { createdAt: at, revision: 0 }),
    updatedAt: at,
  };
  const before = ({ gatheringId }: Occurrence) => byId.get(gatheringId) ?? gathering;
  const planned = replan(state, going, { after: at, before, moves: true, rehosts: true, newId });
  if (!planned.ok) return planned;
  const { next, dropped } = planned.value;
  if (!next) return refuse('no-date-ahead');
  const dates = planned.value.dates.map((one) => ({ ...one, gatheringId: id }));
  const facts = about(state, by);
  const fact: GatheringEvent = moves(going, dates)
    ? { type: 'gathering.rescheduled', occurrenceId: next.id, ...facts }
    : { type: 'gathering.edited', moved: false, occurrenceId: next.id, ...facts };
  const others = turnsChanged(state, gathering, { ahead: going, dates }, facts);
  const single = { ...change<Gathering, GatheringEvent>(state, fact, ...others), dates, dropped };

  const ended: GatheringChange[] = [];
  for (const turn of turns) {
    if (turn.gathering.id === id || !turn.ahead.some(isFrom)) continue;
    if (isBegun(turn)) {
      const one = end(turn.gathering, turn.ahead, turn.by, { date, dropped: [], at });
      if (!one.ok) return one;
      ended.push(one.value);
    } else ended.push(callOff(turn.gathering, [], turn.by, { reason: 'It takes no turns any more.', at }));
  }
  return ok({ single, ended });
}

/** The rule that was dealt out to these turns, from a date on; `undefined` where it cannot be at that time. */
function ruleOfAll(all: readonly MetTurn[], own: MetTurn, date: Occurrence, time: Turn): string | undefined {
  const read = readRule(own.gathering.rule ?? '');
  const parts = read.ok ? onDayOf(read.value, date, time) : undefined;
  if (!parts) return undefined;
  const counts = all.flatMap(({ gathering }) => countFrom(gathering, date) ?? []);
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const single: RuleParts = new Map([
    ...parts,
    // Whoever has changed how a turn recurs means that, and not a share of it.
    ['INTERVAL', String(interval % all.length === 0 ? interval / all.length : interval)],
    ...(parts.has('COUNT') ? [['COUNT', String(counts.reduce((sum, one) => sum + one, 0))] as const] : []),
  ]);
  return writeRule(new Map([...single].filter(([name, value]) => name !== 'INTERVAL' || value !== '1')));
}
