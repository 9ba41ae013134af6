import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { claimsName, type CommunityChange, type Situation } from './community.ts';
import type { CommunityView } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

export type OfCommunity = { readonly communityId: string };

/** Loads a community, lets a rule decide, saves what it decided and shows the community as it now is. */
export async function changeCommunity<Refusal extends string>(
  { communities, communityViews, now }: CommunityDeps,
  actor: Actor,
  { communityId }: OfCommunity,
  rule: (situation: Situation) => Result<CommunityChange | undefined, Refusal>,
): Promise<Result<CommunityView, Refusal | 'no-such-community' | 'name-taken'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');

  const decided = rule(situation);
  if (!decided.ok) return decided;
  if (decided.value) {
    const named = claimsName(situation.community, decided.value);
    if (named && (await communities.isNameTaken(decided.value.state))) return refuse('name-taken');
    await communities.save(decided.value, { claimsName: named, at: now() });
  }
  const view = await communityViews.see(actor, communityId);
  return view ? ok(view) : refuse('no-such-community');
}
