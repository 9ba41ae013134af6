import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { MyMentoringView } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** Everything of the actor's own: what they offer, look for and are asked for, with whom they work, their circles. */
export async function seeMyMentoring(
  { learningViews }: Pick<LearningDeps, 'learningViews'>,
  actor: Actor,
): Promise<Result<MyMentoringView>> {
  return ok(await learningViews.mine(actor));
}
