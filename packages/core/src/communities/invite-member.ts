import type { Actor } from '../kernel/actor.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { CommunityView, InviteInput } from './contract.ts';
import { invite } from './admission.ts';
import { moveMembership } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal =
  | 'no-such-community'
  | 'not-allowed'
  | 'community-closed'
  | 'already-member'
  | 'no-such-person'
  | 'partners-not-invited';

/** Invites a person of the organisation, or a partner's where the community reaches partners. */
export async function inviteMember(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId, message }: InviteInput & OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  const invitee = await deps.findInvitee(actor, personId);
  if (!invitee) return refuse('no-such-person');

  return moveMembership(deps, actor, { communityId, personId }, (situation, membership) =>
    invite(situation, { ...invitee, membership, message, at: deps.now() }),
  );
}
