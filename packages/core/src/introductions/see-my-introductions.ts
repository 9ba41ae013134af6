import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { IntroductionsQuery, MyIntroductionsView } from './contract.ts';
import type { IntroductionDeps } from './ports.ts';

/** Where the actor wants to be introduced, to whom they were (the newest first), and from whom they keep apart. */
export async function seeMyIntroductions(
  { introductionViews }: Pick<IntroductionDeps, 'introductionViews'>,
  actor: Actor,
  query: IntroductionsQuery,
): Promise<Result<MyIntroductionsView>> {
  const [mine, page] = await Promise.all([introductionViews.mine(actor), introductionViews.list(actor, query)]);
  return ok({ ...page, ...mine });
}
