import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/**
 * The actor offers it no longer; whom they are a mentor of already stays. Safe to repeat, also for somebody who has left
 * the community or no longer sees it.
 */
export async function withdrawOffer(
  { communities, mentoring, learningViews }: LearningDeps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<MyMentoringView, 'no-such-community'>> {
  const withdrawn = await mentoring.withdrawOffer(communityId as CommunityId, actor.personId);
  if (!withdrawn && !(await communities.find(actor, communityId))) return refuse('no-such-community');
  return ok(await learningViews.mine(actor));
}
