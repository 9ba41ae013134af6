import type { SiteApp } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { gone } from './attempt.ts';
import type { PublishingDeps } from './ports.ts';
import { pageOf } from './publication.ts';
import type { PageGoneAnswer } from './view-contract.ts';

/** Takes note of a page that was deleted in Confluence. The practice stays, and can be published anew. */
export async function reportPageGone(
  { practices, publications, now }: Pick<PublishingDeps, 'practices' | 'publications' | 'now'>,
  app: SiteApp,
  { pageId }: { readonly pageId: string },
): Promise<Result<PageGoneAnswer>> {
  const publication = await publications.findByPage(app, pageId);
  if (!publication) return ok({});
  const { practiceId } = publication;
  const practice = pageOf(publication) && (await practices.get(publication.organisationId, practiceId));
  if (practice) await publications.save(gone(publication, practice), { at: now() });
  return ok({ practiceId });
}
