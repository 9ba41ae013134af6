import type { Actor } from '../kernel/actor.ts';
import { changeCircle, type CircleAnswer, type OfCircle } from './change-circle.ts';
import { refuse } from '../kernel/result.ts';
import { beginCircle as begin, isPeer } from './circle.ts';
import type { LearningDeps } from './ports.ts';

/** The peers begin to meet; any of them may say so. */
export async function beginCircle(
  deps: LearningDeps,
  actor: Actor,
  of: OfCircle,
): CircleAnswer<'not-a-peer' | 'too-few-peers' | 'circle-closed'> {
  return changeCircle<'not-a-peer' | 'too-few-peers' | 'circle-closed'>(deps, actor, of, async (circle) =>
    isPeer(circle, actor.personId) ? begin(circle) : refuse('not-a-peer'),
  );
}
