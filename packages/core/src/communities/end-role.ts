import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView } from './contract.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';
import { endRole as end } from './role-term.ts';
import type { Role } from './role.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-member' | 'successor-needed';

/** Ends a member's role; everybody may lay down their own. */
export async function endRole(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId, role }: OfMember & { readonly role: Role },
): Promise<Result<CommunityView, Refusal>> {
  return moveMembership(deps, actor, { communityId, personId }, (situation, member) =>
    end(situation, member, { role, at: deps.now() }),
  );
}
