import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { IntroductionsView } from './contract.ts';
import type { IntroductionDeps } from './ports.ts';
import { seeIntroductions } from './see-introductions.ts';

/** The actor does not want to be introduced in a community any more. Introductions that there were stay. */
export async function declineIntroductions(
  deps: IntroductionDeps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<IntroductionsView, 'no-such-community'>> {
  if (!(await deps.communities.find(actor, communityId))) return refuse('no-such-community');
  await deps.wishes.remove(communityId as CommunityId, actor.personId);
  return seeIntroductions(deps, actor, { communityId });
}
