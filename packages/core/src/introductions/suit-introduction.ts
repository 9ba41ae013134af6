import type { Actor } from '../kernel/actor.ts';
import type { IntroductionId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { IntroductionView, SuitingInput } from './contract.ts';
import { suitTimes } from './introduction.ts';
import type { IntroductionDeps } from './ports.ts';
import { seeIntroduction } from './see-introduction.ts';

/** Says at which of the proposed times the actor can come, in place of what they said before. */
export async function suitIntroduction(
  deps: Pick<IntroductionDeps, 'introductions' | 'introductionViews' | 'now'>,
  actor: Actor,
  { introductionId, suits }: SuitingInput & { readonly introductionId: string },
): Promise<Result<IntroductionView, 'no-such-introduction' | 'introduction-over' | 'time-not-proposed'>> {
  const now = deps.now();
  const id = introductionId as IntroductionId;
  const said = await deps.introductions.take(actor, id, now, (mine) => suitTimes(mine, suits, now));
  return said.ok ? seeIntroduction(deps, actor, { introductionId }) : said;
}
