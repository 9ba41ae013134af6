import type { Actor } from '../kernel/actor.ts';
import type { RoundId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { isTooSoon, nextAfter } from './arrangement.ts';
import type { RoundView } from './contract.ts';
import { mayIn, whyNot } from './permission.ts';
import type { IntroductionDeps } from './ports.ts';
import { canIntroduce, type Round } from './round.ts';
import { viewRound } from './view.ts';

/**
 * Begins a round by hand. People are introduced some moments later, by whichever process comes to it. Begun twice at
 * once, one of the two is refused.
 */
export async function beginRound(
  { communities, rounds, newId, now }: IntroductionDeps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<
  Result<
    RoundView,
    'no-such-community' | 'not-allowed' | 'community-closed' | 'introduced-lately' | 'nobody-to-introduce'
  >
> {
  const at = now();
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!mayIn(situation, 'arrange', at)) return whyNot(situation);
  const { community } = situation;
  const { arrangement, lastNumber, lastAt } = await rounds.standing(community);
  if (isTooSoon(lastAt, at)) return refuse('introduced-lately');
  if (!canIntroduce(await rounds.known(community.id, at))) return refuse('nobody-to-introduce');

  const round: Round = {
    id: newId() as RoundId,
    organisationId: community.organisationId,
    communityId: community.id,
    number: lastNumber + 1,
    size: arrangement.size,
    begunAt: at,
    begunBy: actor.personId,
    plannedAt: undefined,
  };
  await rounds.begin(round, nextAfter(arrangement, at));
  return ok(viewRound(round));
}
