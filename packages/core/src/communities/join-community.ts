import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { CommunityView, JoinInput } from './contract.ts';
import { join } from './membership.ts';
import { moveMembership } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'already-member' | 'already-requested' | 'by-invitation-only' | 'community-closed';

/** Joins a community, asks to be admitted, or accepts an invitation, whichever the community calls for. */
export async function joinCommunity(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, message }: JoinInput & OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  return moveMembership(deps, actor, { communityId }, (situation) => join(situation, { message, at: deps.now() }));
}
