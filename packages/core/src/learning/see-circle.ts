import type { Actor } from '../kernel/actor.ts';
import type { CircleId } from '../kernel/ids.ts';
import type { CircleView } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** One circle as the actor meets it, which is known to be there. */
export async function seeCircle(
  { learningViews }: Pick<LearningDeps, 'learningViews'>,
  actor: Actor,
  circleId: CircleId,
): Promise<CircleView> {
  const { items } = await learningViews.circles(actor, { circleId }, { limit: 1 });
  const [circle] = items;
  if (!circle) throw new Error('A circle is gone that was saved a moment ago');
  return circle;
}
