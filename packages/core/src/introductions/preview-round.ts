import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { RoundPreview } from './contract.ts';
import { introductionLimits } from './limits.ts';
import { mayIn, whyNot } from './permission.ts';
import type { IntroductionDeps } from './ports.ts';
import { planningOf } from './round.ts';
import { viewPreview } from './view.ts';

/** The round that would begin now, as it would be planned: for the same people it is the one that a beginning makes. */
export async function previewRound(
  { communities, rounds, introductionViews, makePlan, now }: IntroductionDeps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<RoundPreview, 'no-such-community' | 'not-allowed' | 'community-closed'>> {
  const at = now();
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!mayIn(situation, 'arrange', at)) return whyNot(situation);
  const { id } = situation.community;
  const [{ arrangement, lastNumber }, known] = await Promise.all([
    rounds.standing(situation.community),
    rounds.known(id, at),
  ]);
  const next = { communityId: id, number: lastNumber + 1, size: arrangement.size };
  const plan = await makePlan(planningOf(next, known, at));
  const cards = await introductionViews.named(plan.groups.slice(0, introductionLimits.previewed).flat());
  return ok(viewPreview(plan, known.candidates.length, cards));
}
