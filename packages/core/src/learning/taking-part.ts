import type { Situation } from '../communities/community.ts';
import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { LearningDeps } from './ports.ts';

export type NotTakingPart = 'no-such-community' | 'community-closed' | 'not-taking-part';

/** Offering, looking and founding a circle are for members, in a community that has not been closed. */
export function takingPart({ community, me }: Situation): Result<Situation['community'], NotTakingPart> {
  if (community.closed) return refuse('community-closed');
  return me?.state === 'member' ? ok(community) : refuse('not-taking-part');
}

/** The community in which the actor takes part. */
export async function communityToTakePartIn(
  { communities }: Pick<LearningDeps, 'communities'>,
  actor: Actor,
  communityId: string,
): Promise<Result<Situation['community'], NotTakingPart>> {
  const situation = await communities.find(actor, communityId);
  return situation ? takingPart(situation) : refuse('no-such-community');
}
