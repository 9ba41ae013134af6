import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView } from './contract.ts';
import { remove } from './membership.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-member' | 'successor-needed';

/** Ends somebody's membership. */
export async function removeMember(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId }: OfMember,
): Promise<Result<CommunityView, Refusal>> {
  return moveMembership(deps, actor, { communityId, personId }, (situation, member) =>
    remove(situation, member, { at: deps.now() }),
  );
}
