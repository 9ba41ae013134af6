import type { Actor } from '../kernel/actor.ts';
import type { IntroductionId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { IntroductionView, MeetingInput } from './contract.ts';
import { tellOfMeeting } from './introduction.ts';
import type { IntroductionDeps } from './ports.ts';
import { seeIntroduction } from './see-introduction.ts';

/** Says whether the actor has met the others, and whether it was useful. Nobody sees it; it counts among five or more. */
export async function tellOfIntroduction(
  deps: Pick<IntroductionDeps, 'introductions' | 'introductionViews' | 'now'>,
  actor: Actor,
  { introductionId, ...told }: MeetingInput & { readonly introductionId: string },
): Promise<Result<IntroductionView, 'no-such-introduction' | 'introduction-over'>> {
  const now = deps.now();
  const id = introductionId as IntroductionId;
  const said = await deps.introductions.take(actor, id, now, (mine) => tellOfMeeting(mine, told, now));
  return said.ok ? seeIntroduction(deps, actor, { introductionId }) : said;
}
