import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView, GrantRoleInput } from './contract.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';
import { grant } from './role-term.ts';
import type { Role } from './role.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-member' | 'term-in-the-past';

/**
 * Gives a member a role, or changes its term. An administrator who found a coordinator for a community by invitation
 * sees it with that for the last time.
 */
export async function grantRole(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId, role, until }: GrantRoleInput & OfMember & { readonly role: Role },
): Promise<Result<CommunityView, Refusal>> {
  const term = { role, until: until === undefined ? undefined : new Date(until), at: deps.now() };
  return moveMembership(deps, actor, { communityId, personId, onceMore: true }, (situation, member) =>
    grant(situation, member, term),
  );
}
