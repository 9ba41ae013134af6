import type { Actor } from '../kernel/actor.ts';
import { changeCircle, type CircleAnswer, type OfCircle } from './change-circle.ts';
import { refuse } from '../kernel/result.ts';
import { isPeer, noteMeeting } from './circle.ts';
import type { SessionInput } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** A peer notes what a meeting came to. */
export async function noteCircleMeeting(
  deps: LearningDeps,
  actor: Actor,
  { heldOn, note, ...of }: SessionInput & OfCircle,
): CircleAnswer<'not-a-peer' | 'circle-not-meeting' | 'day-to-come'> {
  return changeCircle<'not-a-peer' | 'circle-not-meeting' | 'day-to-come'>(deps, actor, of, async (circle, now) =>
    isPeer(circle, actor.personId) ? noteMeeting(circle, { heldOn, note }, now) : refuse('not-a-peer'),
  );
}
