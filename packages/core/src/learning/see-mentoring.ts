import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CommunityMentoringView, OffersQuery } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { takingPart } from './taking-part.ts';

/** Who offers to be a mentor in a community, the newest first; for all who may see the community. */
export async function seeMentoring(
  { communities, learningViews }: LearningDeps,
  actor: Actor,
  { communityId, ...query }: OffersQuery & { readonly communityId: string },
): Promise<Result<CommunityMentoringView, 'no-such-community'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  const { id, name } = situation.community;
  const offers = await learningViews.offers(actor, id, query);
  const may = takingPart(situation).ok;
  const request = may && !offers.mine.looks;
  return ok({
    ...offers,
    items: offers.items.map((one) => ({ ...one, ask: request && one.free && one.person.id !== actor.personId })),
    community: { id, name },
    abilities: { offer: may, request, foundCircle: may },
  });
}
