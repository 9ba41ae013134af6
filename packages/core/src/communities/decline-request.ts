import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView, DeclineInput } from './contract.ts';
import { decline } from './admission.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-request';

/** Turns down somebody who asked to come in, with a reason that they will read. */
export async function declineRequest(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId, reason }: DeclineInput & OfMember,
): Promise<Result<CommunityView, Refusal>> {
  return moveMembership(deps, actor, { communityId, personId }, (situation, request) =>
    decline(situation, request, { reason, at: deps.now() }),
  );
}
