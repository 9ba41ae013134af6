import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView } from './contract.ts';
import { withdrawInvitation as withdraw } from './admission.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

/** Takes an invitation back. */
export async function withdrawInvitation(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId }: OfMember,
): Promise<Result<CommunityView, 'no-such-community' | 'not-allowed' | 'no-such-invitation'>> {
  return moveMembership(deps, actor, { communityId, personId }, (situation, invitation) =>
    withdraw(situation, invitation, { at: deps.now() }),
  );
}
