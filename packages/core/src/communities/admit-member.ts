import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CommunityView } from './contract.ts';
import { admit } from './admission.ts';
import { moveMembership, type OfMember } from './move-membership.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'no-such-request';

/** Lets in somebody who asked. */
export async function admitMember(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, personId }: OfMember,
): Promise<Result<CommunityView, Refusal>> {
  return moveMembership(deps, actor, { communityId, personId }, (situation, request) =>
    admit(situation, request, { at: deps.now() }),
  );
}
