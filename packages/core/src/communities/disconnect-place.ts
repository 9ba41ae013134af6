import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import type { CommunityView } from './contract.ts';
import { disconnect } from './place.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-connection' | 'name-taken';

/** Says that a community no longer meets in a place. */
export async function disconnectPlace(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, connectionId }: OfCommunity & { readonly connectionId: string },
): Promise<Result<CommunityView, Refusal>> {
  return changeCommunity(deps, actor, { communityId }, (situation) =>
    disconnect(situation, { connectionId, at: deps.now() }),
  );
}
