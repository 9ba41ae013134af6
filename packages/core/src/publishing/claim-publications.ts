import type { SiteApp } from '../kernel/actor.ts';
import type { AttemptId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import { claim } from './attempt.ts';
import type { ClaimInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import type { Claimed } from './view-contract.ts';

/** Hands the app of a site what waits to be put on its pages, to be written within the lease. */
export async function claimPublications(
  {
    publications,
    publicationViews,
    newId,
    now,
  }: Pick<PublishingDeps, 'publications' | 'publicationViews' | 'newId' | 'now'>,
  app: SiteApp,
  { limit }: ClaimInput,
): Promise<Result<Claimed>> {
  const at = now();
  const attempts = await publications.claim(app, { limit, at }, (found) =>
    claim(found, { id: newId() as AttemptId, at }),
  );
  return ok({ attempts: [...(await publicationViews.attempts(attempts))] });
}
