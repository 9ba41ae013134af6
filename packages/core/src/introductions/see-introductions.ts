import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { isTooSoon } from './arrangement.ts';
import type { IntroductionsView } from './contract.ts';
import { mayIn } from './permission.ts';
import type { IntroductionDeps } from './ports.ts';

/** How a community introduces its people, and whether the actor takes part. */
export async function seeIntroductions(
  { communities, introductionViews, now }: Pick<IntroductionDeps, 'communities' | 'introductionViews' | 'now'>,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<IntroductionsView, 'no-such-community'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  const { id, name } = situation.community;
  const view = await introductionViews.inCommunity(actor, id);
  const arrange = mayIn(situation, 'arrange', now());
  const { lastRound } = view;
  // Before a round in which nobody could be introduced there was none for a week.
  const lastAt = lastRound && lastRound.groupCount !== 0 ? new Date(lastRound.begunAt) : undefined;
  return ok({
    ...view,
    community: { id, name },
    abilities: {
      takePart: mayIn(situation, 'takePart', now()),
      arrange,
      begin: arrange && view.wishCount >= 2 && !isTooSoon(lastAt, now()),
    },
  });
}
