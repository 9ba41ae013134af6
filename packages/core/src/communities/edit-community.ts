import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import { edit } from './community.ts';
import type { CommunityView, EditCommunityInput } from './contract.ts';
import type { CommunityDeps } from './ports.ts';
import type { Expecting } from '../kernel/revision.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'community-closed' | 'changed-meanwhile' | 'name-taken';

/** Changes what a community says about itself. `ifRevision` is the revision that the editor had read. */
export async function editCommunity(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, ifRevision, ...fields }: EditCommunityInput & OfCommunity & Expecting,
): Promise<Result<CommunityView, Refusal>> {
  return changeCommunity(deps, actor, { communityId }, (situation) =>
    edit(situation, fields, { at: deps.now(), ifRevision }),
  );
}
