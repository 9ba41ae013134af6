import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { MemberPage, MembersQuery } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** The members of a community with their roles, the newest first. */
export async function listMembers(
  { communities, memberViews }: Pick<CommunityDeps, 'communities' | 'memberViews'>,
  actor: Actor,
  { communityId, ...query }: MembersQuery & OfCommunity,
): Promise<Result<MemberPage, 'no-such-community'>> {
  const situation = await communities.find(actor, communityId);
  return situation ? ok(await memberViews.list(situation, query)) : refuse('no-such-community');
}
