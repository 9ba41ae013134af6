import { ok, refuse, type Result } from '../kernel/result.ts';
import type { RedeemCodeInput, SiteStatus } from './contract.ts';
import { LINK_CODE_TRIES, tidyLinkCode } from './link-code.ts';
import type { CodeStore, OrganisationStore, SiteStore, TryStore } from './ports.ts';
import type { AtlassianProof } from './proof.ts';
import { viewSiteStatus } from './view.ts';

type Deps = {
  readonly codes: Pick<CodeStore, 'find'>;
  readonly tries: TryStore;
  readonly sites: Pick<SiteStore, 'find' | 'link'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly now: () => Date;
};

type Refusal = 'wrong-code' | 'code-expired' | 'too-many-tries' | 'site-linked-elsewhere';

/**
 * Links the proof's Confluence site to the organisation whose administrator made the code.
 *
 * The caller must have checked that the proof comes from a page that only administrators of the site can open. Tries
 * are counted per site, because its administrators may be many. A site that is linked here already stays so.
 */
export async function redeemSiteCode(
  { codes, tries, sites, organisations, now }: Deps,
  { cloudId, siteUrl }: AtlassianProof,
  { code: typed }: RedeemCodeInput,
): Promise<Result<SiteStatus, Refusal>> {
  const at = now();
  const count = await tries.count(`site:${cloudId}`, at);
  const code = tidyLinkCode(typed);
  const issued = await codes.find(code, 'site');
  if (count > LINK_CODE_TRIES) return refuse('too-many-tries');
  if (!issued) return refuse('wrong-code');
  if (issued.expiresAt <= at) return refuse('code-expired');

  const { organisationId, issuedBy } = issued;
  const linked = await sites.find(cloudId);
  if (linked && linked.organisationId !== organisationId) return refuse('site-linked-elsewhere');

  const site = { cloudId, organisationId, url: siteUrl, linkedAt: linked?.linkedAt ?? at };
  await sites.link(site, issuedBy, code, at, { type: 'site.linked', cloudId, personId: issuedBy });
  await tries.forgive(`site:${cloudId}`);
  return ok(viewSiteStatus(siteUrl, await organisations.get(organisationId)));
}
