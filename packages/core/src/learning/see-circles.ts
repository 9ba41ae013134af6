import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CirclePage, CirclesQuery } from './contract.ts';
import type { LearningDeps } from './ports.ts';

/** The circles of a community, the newest first. */
export async function seeCircles(
  { communities, learningViews }: LearningDeps,
  actor: Actor,
  { communityId, ...query }: CirclesQuery & { readonly communityId: string },
): Promise<Result<CirclePage, 'no-such-community'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  return ok(await learningViews.circles(actor, { communityId: situation.community.id }, query));
}
