import type { Actor } from '../kernel/actor.ts';
import { refuse, type Result } from '../kernel/result.ts';
import { arrange } from './arrangement.ts';
import type { ArrangementInput, IntroductionsView } from './contract.ts';
import { mayIn, whyNot } from './permission.ts';
import type { IntroductionDeps } from './ports.ts';
import { seeIntroductions } from './see-introductions.ts';
import type { Expecting } from '../kernel/revision.ts';

/** Says how often a community introduces its people, and how many at a time; `ifRevision` is the one that was read. */
export async function arrangeIntroductions(
  deps: IntroductionDeps,
  actor: Actor,
  { communityId, ifRevision, cadence, size }: ArrangementInput & { readonly communityId: string } & Expecting,
): Promise<Result<IntroductionsView, 'no-such-community' | 'not-allowed' | 'community-closed' | 'changed-meanwhile'>> {
  const now = deps.now();
  const situation = await deps.communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!mayIn(situation, 'arrange', now)) return whyNot(situation);
  const { arrangement, lastAt } = await deps.rounds.standing(situation.community);

  const arranged = arrange(arrangement, { cadence, size }, { by: actor.personId, now, lastAt, ifRevision });
  if (!arranged.ok) return arranged;
  if (arranged.value) await deps.rounds.saveArrangement(arranged.value);
  return seeIntroductions(deps, actor, { communityId });
}
