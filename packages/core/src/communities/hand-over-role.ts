import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { CommunityView, HandOverInput } from './contract.ts';
import { moveMembership } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';
import { handOver } from './role-term.ts';

type Refusal = 'no-such-community' | 'not-holding-role' | 'community-closed' | 'no-such-member' | 'term-in-the-past';

/** Hands one's own role on to another member. */
export async function handOverRole(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, role, toPersonId, until }: HandOverInput & OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  const term = { role, until: until === undefined ? undefined : new Date(until), at: deps.now() };
  return moveMembership(deps, actor, { communityId, personId: toPersonId }, (situation, heir) =>
    handOver(situation, heir, term),
  );
}
