import type { Actor } from '../kernel/actor.ts';
import { changeCircle, type CircleAnswer, type OfCircle } from './change-circle.ts';
import { ok } from '../kernel/result.ts';
import { leaveCircle as leave } from './circle.ts';
import type { LearningDeps } from './ports.ts';

/** The actor leaves a circle; where they are none of its peers nothing happens. */
export async function leaveCircle(deps: LearningDeps, actor: Actor, of: OfCircle): CircleAnswer<never> {
  return changeCircle(deps, actor, of, async (circle, now) => ok(leave(circle, actor.personId, now)));
}
