import type { PersonId } from '../kernel/ids.ts';
import type { Gathering } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';

/** Whose turn the last planned date was, and how many dates others were put down for since. */
export type LastTurn = { readonly host: PersonId; readonly since: number };

type Hosting = Pick<Gathering, 'hosts' | 'rotates'>;

/**
 * Gives each date the host whose turn it is, beginning with the host at `first`; nobody, where all host together.
 * Whoever was put down for one date stays, in the place of whose turn it was, so that the others keep theirs.
 */
export function withTurns(
  { hosts, rotates }: Hosting,
  dates: readonly Occurrence[],
  first: number,
): readonly Occurrence[] {
  const takesTurns = rotates && hosts.length > 1;
  return dates.map((date, index) => {
    if (isOwn(date)) return date;
    const turn = (((first + index) % hosts.length) + hosts.length) % hosts.length;
    return { ...date, hostId: takesTurns ? hosts[turn] : undefined };
  });
}

/** The same hosts in the same order, beginning with the one at `first`. */
export const turned = <One>(hosts: readonly One[], first: number): readonly One[] => {
  const from = ((first % hosts.length) + hosts.length) % hosts.length;
  return [...hosts.slice(from), ...hosts.slice(0, from)];
};

/** Whose turn is after the last: its place among the hosts. */
export const turnAfter = (hosts: readonly PersonId[], last: LastTurn | undefined): number =>
  last === undefined ? 0 : hosts.indexOf(last.host) + 1 + last.since;

/** Whose turn is the next of the dates ahead: whoever of these hosts it was before, whatever else changes. */
export function nextTurn(hosts: readonly PersonId[], ahead: readonly Occurrence[]): number {
  const next = ahead.findIndex((date) => !isOwn(date) && date.hostId !== undefined && hosts.includes(date.hostId));
  const host = ahead[next]?.hostId;
  return host === undefined ? 0 : hosts.indexOf(host) - ahead.slice(0, next).filter(hasNoTurn).length;
}

/** Somebody was put down for it, or all host it together, though it was somebody's turn. */
const hasNoTurn = (date: Occurrence) => date.hostId === undefined || isOwn(date);

/** Where they have been erased since, it is a turn again. */
const isOwn = ({ ownHost, hostId }: Occurrence) => ownHost && hostId !== undefined;

/** The first date of series that take turns. */
export const firstOf = (turns: readonly { readonly dates: readonly Occurrence[] }[]): Occurrence | undefined =>
  turns.flatMap(({ dates }) => dates.slice(0, 1)).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];

export type TurnsOf = { readonly hostId: PersonId; readonly occurrenceId: Occurrence['id'] };

/** Who hosts a date now that was another's, or does not host one any more; with their next date, else the first that changed. */
export function changedTurns(before: readonly Occurrence[], after: readonly Occurrence[]): readonly TurnsOf[] {
  const hostOf = new Map(before.map(({ id, hostId }) => [id, hostId]));
  const changed = after.filter(
    ({ id, hostId, cancelledAt }) => !cancelledAt && hostOf.has(id) && hostOf.get(id) !== hostId,
  );
  const people = new Set(
    changed.flatMap(({ id, hostId }) => [hostOf.get(id), hostId]).filter((id) => id !== undefined),
  );
  return [...people].flatMap((hostId) => {
    const date = after.find((one) => one.hostId === hostId && !one.cancelledAt) ?? changed[0];
    return date ? [{ hostId, occurrenceId: date.id }] : [];
  });
}
