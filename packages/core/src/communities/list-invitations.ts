import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import { isAllowed } from './community.ts';
import type { InvitationPage } from './contract.ts';
import type { CommunityDeps, Paging } from './ports.ts';

/** Who is invited: all for those who may admit; for other members who may invite, the ones they invited themselves. */
export async function listInvitations(
  { communities, memberViews, now }: Pick<CommunityDeps, 'communities' | 'memberViews' | 'now'>,
  actor: Actor,
  { communityId, ...paging }: Paging & OfCommunity,
): Promise<Result<InvitationPage, 'no-such-community' | 'not-allowed'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!isAllowed(situation, 'invite', now())) return refuse('not-allowed');

  const by = isAllowed(situation, 'admit', now()) ? undefined : actor.personId;
  return ok(await memberViews.invitations(situation.community.id, { ...paging, by }));
}
