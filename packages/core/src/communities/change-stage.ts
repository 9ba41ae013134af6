import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeCommunity, type OfCommunity } from './change-community.ts';
import type { ChangeStageInput, CommunityView } from './contract.ts';
import { changeStage as decideStage } from './life-stage.ts';
import type { CommunityDeps } from './ports.ts';

type Refusal = 'no-such-community' | 'not-allowed' | 'already-so' | 'community-closed';

/** Says which stage of development a community has reached. */
export async function changeStage(
  deps: CommunityDeps,
  actor: Actor,
  { communityId, stage, note }: ChangeStageInput & OfCommunity,
): Promise<Result<CommunityView, Refusal | 'name-taken'>> {
  return changeCommunity(deps, actor, { communityId }, (situation) =>
    decideStage(situation, { stage, note, at: deps.now() }),
  );
}
