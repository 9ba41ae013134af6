import type { SiteApp } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { SiteStore } from './ports.ts';
import type { AtlassianAppProof } from './proof.ts';

/** Turns the proof that our app on a Confluence site asks, and no person there, into what its use cases ask for. */
export async function signInApp(
  { sites }: { readonly sites: Pick<SiteStore, 'find'> },
  { cloudId }: AtlassianAppProof,
): Promise<Result<SiteApp, 'site-not-linked'>> {
  const site = await sites.find(cloudId);
  return site ? ok({ cloudId, siteUrl: site.url, organisationId: site.organisationId }) : refuse('site-not-linked');
}
