import type { Actor } from '../kernel/actor.ts';
import type { CircleId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Circle, CircleChange } from './circle.ts';
import type { CircleView } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { seeCircle } from './see-circle.ts';

export type OfCircle = { readonly circleId: string };
export type CircleAnswer<Reason extends string> = Promise<Result<CircleView, Reason | 'no-such-circle'>>;

/** What all changes to a circle share. */
export async function changeCircle<Reason extends string>(
  deps: LearningDeps,
  actor: Actor,
  { circleId }: OfCircle,
  rule: (circle: Circle, now: Date) => Promise<Result<CircleChange | undefined, Reason>>,
): CircleAnswer<Reason> {
  const circle = await deps.circles.find(actor, circleId as CircleId);
  if (!circle) return refuse('no-such-circle');
  const changed = await rule(circle, deps.now());
  if (!changed.ok) return changed;
  if (changed.value) await deps.circles.save(changed.value, deps.now());
  return ok(await seeCircle(deps, actor, circle.id));
}
