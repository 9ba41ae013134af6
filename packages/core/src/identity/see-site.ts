import { ok, type Result } from '../kernel/result.ts';
import type { SiteStatus } from './contract.ts';
import type { OrganisationStore, SiteStore } from './ports.ts';
import type { AtlassianProof } from './proof.ts';
import { viewSiteStatus } from './view.ts';

type Deps = {
  readonly sites: Pick<SiteStore, 'find'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
};

/** Whether the proof's Confluence site is linked, and to which organisation. */
export async function seeSite(
  { sites, organisations }: Deps,
  { cloudId, siteUrl }: AtlassianProof,
): Promise<Result<SiteStatus>> {
  const site = await sites.find(cloudId);
  return ok(viewSiteStatus(siteUrl, site && (await organisations.get(site.organisationId))));
}
