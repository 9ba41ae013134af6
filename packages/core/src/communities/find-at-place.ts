import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { AtPlaceQuery, CommunityView } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** The community that meets in a channel, chat or space, if the actor may see it. */
export async function findAtPlace(
  { communityViews }: Pick<CommunityDeps, 'communityViews'>,
  actor: Actor,
  { kind, externalId }: AtPlaceQuery,
): Promise<Result<CommunityView, 'no-such-community'>> {
  const view = await communityViews.seeAt(actor, kind, externalId);
  return view ? ok(view) : refuse('no-such-community');
}
