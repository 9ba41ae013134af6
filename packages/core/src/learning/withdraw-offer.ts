import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** The actor offers it no longer; whom they are a mentor of already stays. Safe to repeat. */
export async function withdrawOffer(
  { mentoring, learningViews }: LearningDeps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<MyMentoringView>> {
  await mentoring.withdrawOffer(communityId as CommunityId, actor.personId);
  return ok(await learningViews.mine(actor));
}
