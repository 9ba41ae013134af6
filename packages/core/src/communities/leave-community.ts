import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { LeaveInput, LeftView } from './contract.ts';
import { leave } from './membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-a-member' | 'successor-needed' | 'no-such-member';

/** Leaves a community, withdraws a request or declines an invitation. */
export async function leaveCommunity(
  { communities, memberships, communityViews, now }: CommunityDeps,
  actor: Actor,
  { communityId, successorId }: LeaveInput & OfCommunity,
): Promise<Result<LeftView, Refusal>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');

  const successor = successorId === undefined ? 'nobody' : await memberships.find(situation.community.id, successorId);
  const left = leave(situation, { successor, at: now() });
  if (!left.ok) return left;

  await memberships.save(left.value, now());
  const community = await communityViews.see(actor, communityId);
  return ok({ left: true, ...(community ? { community } : {}) });
}
