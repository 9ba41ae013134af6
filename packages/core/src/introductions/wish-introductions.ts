import type { Actor } from '../kernel/actor.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { IntroductionsView, WishInput } from './contract.ts';
import { introductionLimits } from './limits.ts';
import { mayIn } from './permission.ts';
import type { IntroductionDeps } from './ports.ts';
import { seeIntroductions } from './see-introductions.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** The actor wants to be introduced in a community, at once or from a date on. Said again, it replaces what was said. */
export async function wishIntroductions(
  deps: IntroductionDeps,
  actor: Actor,
  { communityId, team, pausedUntil }: WishInput & { readonly communityId: string },
): Promise<
  Result<IntroductionsView, 'no-such-community' | 'community-closed' | 'not-taking-part' | 'paused-too-long'>
> {
  const now = deps.now();
  const situation = await deps.communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (situation.community.closed) return refuse('community-closed');
  if (!mayIn(situation, 'takePart', now)) return refuse('not-taking-part');
  const until = pausedUntil === undefined ? undefined : new Date(pausedUntil);
  const latest = new Date(now.getTime() + introductionLimits.pauseDays * DAY_MS);
  if (until && until > latest) return refuse('paused-too-long');

  const { id } = situation.community;
  const wish = { communityId: id, personId: actor.personId, team: team || undefined };
  await deps.wishes.save({ ...wish, pausedUntil: until && until > now ? until : undefined }, now);
  return seeIntroductions(deps, actor, { communityId });
}
