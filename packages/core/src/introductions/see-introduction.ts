import type { Actor } from '../kernel/actor.ts';
import type { IntroductionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { IntroductionView } from './contract.ts';
import type { IntroductionDeps } from './ports.ts';

/** One introduction of the actor's; those of others do not exist for them. */
export async function seeIntroduction(
  { introductionViews }: Pick<IntroductionDeps, 'introductionViews'>,
  actor: Actor,
  { introductionId }: { readonly introductionId: string },
): Promise<Result<IntroductionView, 'no-such-introduction'>> {
  const view = await introductionViews.see(actor, introductionId as IntroductionId);
  return view ? ok(view) : refuse('no-such-introduction');
}
