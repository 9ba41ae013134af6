import type { Actor } from '../kernel/actor.ts';
import { refuse, type Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import type { CommunityView } from './contract.ts';
import { reopen } from './life-stage.ts';
import type { CommunityDeps } from './ports.ts';
import { takeOver } from './role-term.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'already-so' | 'name-taken';

/** Opens a closed community again. Where nobody coordinates it any more, whoever opens it does. */
export async function reopenCommunity(
  deps: CommunityDeps,
  actor: Actor,
  { communityId }: OfCommunity,
): Promise<Result<CommunityView, Refusal>> {
  const at = deps.now();
  const situation = await deps.communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');

  const possible = reopen(situation, { at });
  if (possible.ok && situation.coordinators === 0) await deps.memberships.save(takeOver(situation, { at }), at);
  return changeCommunity(deps, actor, { communityId }, (now) => reopen(now, { at }));
}
