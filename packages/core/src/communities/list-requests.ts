import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import { isAllowed } from './community.ts';
import type { RequestPage } from './contract.ts';
import type { CommunityDeps, Paging } from './ports.ts';

/** Who waits to be admitted, the longest first, for those who may admit. */
export async function listRequests(
  { communities, memberViews, now }: Pick<CommunityDeps, 'communities' | 'memberViews' | 'now'>,
  actor: Actor,
  { communityId, ...paging }: Paging & OfCommunity,
): Promise<Result<RequestPage, 'no-such-community' | 'not-allowed'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!isAllowed(situation, 'admit', now())) return refuse('not-allowed');
  return ok(await memberViews.requests(situation.community.id, paging));
}
