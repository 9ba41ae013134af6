import type { Actor } from '../kernel/actor.ts';
import type { CircleId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import { foundCircle as found } from './circle.ts';
import type { CircleInput, CircleView } from './contract.ts';
import type { LearningDeps } from './ports.ts';
import { seeCircle } from './see-circle.ts';
import { communityToTakePartIn, type NotAsPerson } from './taking-part.ts';

/** The actor founds a circle and is its first peer. */
export async function foundCircle(
  deps: LearningDeps,
  actor: Actor,
  { communityId, ...founding }: CircleInput & { readonly communityId: string },
): Promise<Result<CircleView, NotAsPerson>> {
  const community = await communityToTakePartIn(deps, actor, communityId);
  if (!community.ok) return community;
  const { id, organisationId } = community.value;
  const circle = { ...founding, id: deps.newId() as CircleId, organisationId, communityId: id };
  await deps.circles.save(found(circle, actor.personId, deps.now()), deps.now());
  return ok(await seeCircle(deps, actor, circle.id));
}
