import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfCommunity } from './change-community.ts';
import type { Situation } from './community.ts';
import type { CommunityView } from './contract.ts';
import type { Membership, MembershipMove } from './membership.ts';
import type { CommunityDeps } from './ports.ts';

export type OfMember = OfCommunity & { readonly personId: string };

/** Shows the community also where what was done took it out of the actor's sight. */
type OnceMore = { readonly onceMore?: boolean };

/** Loads a community and one other person's membership, lets a rule decide, saves, and shows the community. */
export async function moveMembership<Refusal extends string>(
  { communities, memberships, communityViews, now }: CommunityDeps,
  actor: Actor,
  { communityId, personId = actor.personId, onceMore = false }: OfCommunity & Partial<OfMember> & OnceMore,
  rule: (situation: Situation, other: Membership | undefined) => Result<MembershipMove | undefined, Refusal>,
): Promise<Result<CommunityView, Refusal | 'no-such-community'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');

  const { community, me } = situation;
  const other = personId === actor.personId ? me : await memberships.find(community.id, personId);
  const decided = rule(situation, other);
  if (!decided.ok) return decided;
  if (decided.value) await memberships.save(decided.value, now());

  const seen = await communityViews.see(actor, communityId);
  const view = seen ?? (onceMore ? await communityViews.seeOnceMore(actor, communityId) : undefined);
  return view ? ok(view) : refuse('no-such-community');
}
