import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { SiteStore } from './ports.ts';

type Deps = { readonly sites: Pick<SiteStore, 'find' | 'unlink'>; readonly now: () => Date };

/**
 * Ends the link with a Confluence site: from that moment nobody comes in from there. People and their accounts stay,
 * so that linking the site again finds everyone where they were.
 */
export async function unlinkSite(
  { sites, now }: Deps,
  { organisationId, personId, administrator }: Actor,
  { cloudId }: { readonly cloudId: string },
): Promise<Result<undefined, 'not-allowed' | 'no-such-site'>> {
  if (!administrator) return refuse('not-allowed');
  const site = await sites.find(cloudId);
  if (site?.organisationId !== organisationId) return refuse('no-such-site');

  await sites.unlink(site, now(), { type: 'site.unlinked', cloudId, personId });
  return ok(undefined);
}
