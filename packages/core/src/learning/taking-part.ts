import type { Situation } from '../communities/community.ts';
import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { LearningDeps } from './ports.ts';

export type NotTakingPart = 'no-such-community' | 'community-closed' | 'not-taking-part';
/** Nobody is behind a service account who could mentor, learn or be a peer. */
export type NotAsPerson = NotTakingPart | 'service-account';

/** Offering, looking and founding a circle are for members, in a community that has not been closed. */
export function takingPart({ community, me }: Situation): Result<Situation['community'], NotTakingPart> {
  if (community.closed) return refuse('community-closed');
  return me?.state === 'member' ? ok(community) : refuse('not-taking-part');
}

/** The community in which the actor takes part, as a person. */
export async function communityToTakePartIn(
  { communities, mentoring }: Pick<LearningDeps, 'communities' | 'mentoring'>,
  actor: Actor,
  communityId: string,
): Promise<Result<Situation['community'], NotAsPerson>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  const taking = takingPart(situation);
  if (taking.ok && (await mentoring.isServiceAccount(actor.personId))) return refuse('service-account');
  return taking;
}
