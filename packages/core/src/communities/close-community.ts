import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import type { CloseCommunityInput, CommunityView } from './contract.ts';
import { close } from './life-stage.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'already-so' | 'name-taken';

/** Closes a community; what it learned stays readable. */
export async function closeCommunity(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, reason }: CloseCommunityInput & OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  return changeCommunity(deps, actor, { communityId }, (situation) => close(situation, { reason, at: deps.now() }));
}
