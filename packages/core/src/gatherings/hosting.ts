import { change } from '../kernel/change.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { GatheringEvent } from './events.ts';
import type { Gathering, GatheringChange } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import { changedTurns, nextTurn, withTurns } from './turns.ts';

/**
 * Takes somebody from the hosts of a gathering and of its dates to come (`ahead`, in the order in which they were
 * planned); the others take their turns, and are told. What they have hosted stays theirs. `by` is who did what led to it.
 */
export function giveUpHosting(
  gathering: Gathering,
  ahead: readonly Occurrence[],
  host: PersonId,
  { by, at }: { readonly by: PersonId; readonly at: Date },
): GatheringChange {
  const state: Gathering = { ...gathering, hosts: gathering.hosts.filter((one) => one !== host), updatedAt: at };
  const left = ahead.map((date) => (date.hostId === host ? { ...date, hostId: undefined, ownHost: false } : date));
  const after = withTurns(state, left, nextTurn(state.hosts, ahead));
  const facts = { gatheringId: gathering.id, communityId: gathering.communityId, personId: by };
  const turns = changedTurns(ahead, after)
    .filter(({ hostId }) => hostId !== host)
    .map((others): GatheringEvent => ({ type: 'gathering.turns-changed', ...facts, ...others }));
  const hostOf = new Map(ahead.map(({ id, hostId }) => [id, hostId]));
  return {
    ...change<Gathering, GatheringEvent>(state, { type: 'gathering.edited', moved: false, ...facts }, ...turns),
    dates: after.filter(({ id, hostId }) => hostOf.get(id) !== hostId),
    dropped: [],
  };
}
