import { change } from '../kernel/change.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { GatheringEvent } from './events.ts';
import type { Gathering, GatheringChange } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import { changedTurns, nextTurn, withTurns } from './turns.ts';

type TakingOver = {
  /** Who did what led to it. */
  readonly by: PersonId;
  readonly at: Date;
  /** Who coordinates the community, and hosts it where nobody else is left. */
  readonly coordinator: PersonId | undefined;
};

/**
 * Takes somebody from the hosts of a gathering and of its dates to come (`ahead`, in the order in which they were
 * planned); the others take their turns, and are told; where there are none, a coordinator does. What they have hosted
 * stays theirs. Of whoever was erased nothing is left to take away, so `host` is nobody.
 */
export function giveUpHosting(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  host: PersonId | undefined,
  { by, at, coordinator }: TakingOver,
): GatheringChange {
  const others = gathering.hosts.filter((one) => one !== host);
  const heir = others.length === 0 ? coordinator : undefined;
  const state: Gathering = { ...gathering, hosts: heir === undefined ? others : [heir], updatedAt: at };
  const left = ahead.map((date) =>
    host !== undefined && date.hostId === host ? { ...date, hostId: undefined, ownHost: false } : date,
  );
  const after = withTurns(state, left, nextTurn(state.hosts, ahead));
  const facts = { gatheringId: gathering.id, communityId: gathering.communityId, personId: by };
  const turns = changedTurns(ahead, after)
    .filter(({ hostId }) => hostId !== host)
    .map((others): GatheringEvent => ({ type: 'gathering.turns-changed', ...facts, ...others }));
  const next = ahead.find(({ cancelledAt }) => !cancelledAt);
  const added: readonly GatheringEvent[] =
    heir && next ? [{ type: 'gathering.host-added', hostId: heir, occurrenceId: next.id, ...facts }] : [];
  const hostOf = new Map(ahead.map(({ id, hostId }) => [id, hostId]));
  return {
    ...change<Gathering, GatheringEvent>(
      state,
      { type: 'gathering.edited', moved: false, ...facts },
      ...added,
      ...turns,
    ),
    dates: after.filter(({ id, hostId }) => hostOf.get(id) !== hostId),
    dropped: [],
  };
}
