import type { Actor } from '../kernel/actor.ts';
import type { ConnectionId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import type { CommunityView, ConnectInput } from './contract.ts';
import { connect } from './place.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal =
  | 'no-such-community'
  | 'not-allowed'
  | 'community-closed'
  | 'place-taken'
  | 'too-many-places'
  | 'name-taken';

/** Says that a community meets in a channel, chat or space. */
export async function connectPlace(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, kind, externalId, name, url }: ConnectInput & OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  const takenBy = await deps.communities.meetsAt(actor, kind, externalId);
  const place = { id: deps.newId() as ConnectionId, kind, externalId, name, url, at: deps.now(), takenBy };
  return changeCommunity(deps, actor, { communityId }, (situation) => connect(situation, place));
}
