import { allows, capacitiesOf } from '../communities/permission.ts';
import type { Situation } from '../communities/community.ts';
import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PublishingDeps } from './ports.ts';
import type { StalledSitesView } from './view-contract.ts';

type Deps = Pick<PublishingDeps, 'communities' | 'publicationViews' | 'now'>;

/**
 * Sites of Confluence that nobody fetches for although practices of a community wait for them, for whoever connects it
 * with spaces. Counts only: which practices wait is told beside each of them.
 */
export async function seeStalledSites(
  { communities, publicationViews, now }: Deps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<StalledSitesView, 'no-such-community' | 'not-allowed'>> {
  const situation = await communities.find(actor, communityId);
  if (!situation) return refuse('no-such-community');
  if (!mayConnect(situation, now())) return refuse('not-allowed');
  return ok({ items: await publicationViews.stalled(actor, situation.community.id) });
}

function mayConnect({ actor, community, me }: Situation, now: Date): boolean {
  const acting = { administrator: actor.administrator, member: me?.state === 'member', roles: me?.roles ?? [] };
  return allows(capacitiesOf(acting, community.visibility, now), 'connect');
}
