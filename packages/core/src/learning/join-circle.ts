import type { Actor } from '../kernel/actor.ts';
import { changeCircle, type CircleAnswer, type OfCircle } from './change-circle.ts';
import { joinCircle as join } from './circle.ts';
import type { LearningDeps } from './ports.ts';
import { communityToTakePartIn, type NotAsPerson } from './taking-part.ts';

/** The actor takes a place in a circle of a community that they are a member of. */
export async function joinCircle(
  deps: LearningDeps,
  actor: Actor,
  of: OfCircle,
): CircleAnswer<NotAsPerson | 'circle-full' | 'circle-began' | 'circle-closed'> {
  return changeCircle(deps, actor, of, async (circle, now) => {
    const community = await communityToTakePartIn(deps, actor, circle.communityId);
    return community.ok ? join(circle, actor.personId, now) : community;
  });
}
