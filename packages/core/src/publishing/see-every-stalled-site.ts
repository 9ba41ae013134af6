import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PublishingDeps } from './ports.ts';
import type { StalledSitesView } from './view-contract.ts';

/**
 * Sites of Confluence that nobody fetches for although practices of the organisation wait for them, for its
 * administrators.
 */
export async function seeEveryStalledSite(
  { publicationViews }: Pick<PublishingDeps, 'publicationViews'>,
  actor: Actor,
): Promise<Result<StalledSitesView, 'not-allowed'>> {
  return actor.administrator ? ok({ items: await publicationViews.stalled(actor, undefined) }) : refuse('not-allowed');
}
