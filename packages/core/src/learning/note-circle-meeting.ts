import type { Actor } from '../kernel/actor.ts';
import { changeCircle, type CircleAnswer, type OfCircle } from './change-circle.ts';
import { refuse } from '../kernel/result.ts';
import { isPeer, type NoMeeting, noteMeeting } from './circle.ts';
import type { CircleMeetingInput } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** A peer notes what a meeting came to. */
export async function noteCircleMeeting(
  deps: LearningDeps,
  actor: Actor,
  { number, heldOn, note, ...of }: CircleMeetingInput & OfCircle,
): CircleAnswer<'not-a-peer' | NoMeeting> {
  const timeZone = await deps.mentoring.timeZoneOf(actor.personId);
  return changeCircle<'not-a-peer' | NoMeeting>(deps, actor, of, async (circle, now) =>
    isPeer(circle, actor.personId)
      ? noteMeeting(circle, { number, heldOn, note }, { now, timeZone })
      : refuse('not-a-peer'),
  );
}
