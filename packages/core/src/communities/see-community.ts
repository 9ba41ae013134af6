import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { CommunityView } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** The whole community, if the actor may see it. */
export async function seeCommunity(
  { communityViews }: Pick<CommunityDeps, 'communityViews'>,
  actor: Actor,
  { communityId }: OfCommunity,
): Promise<Result<CommunityView, 'no-such-community'>> {
  const view = await communityViews.see(actor, communityId);
  return view ? ok(view) : refuse('no-such-community');
}
