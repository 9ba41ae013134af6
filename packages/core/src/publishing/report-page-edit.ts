import type { SiteApp } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PageEditedInput } from './contract.ts';
import { change } from '../kernel/change.ts';
import type { PublishingEvent } from './events.ts';
import type { PublishingDeps } from './ports.ts';
import { isOverSource, type Page, type PageEdit, type Publication } from './publication.ts';
import { settle } from './settling.ts';
import type { PageEditedAnswer } from './view-contract.ts';

type Reported = PageEditedInput & { readonly pageId: string };

/**
 * Takes note of a page that somebody edited in Confluence: what they wrote becomes a new version of the practice, waits
 * for a choice, or is looked at when the page is not being written any more. Older news than is known is left aside.
 */
export async function reportPageEdit(
  { practices, practiceViews, publications, now }: PublishingDeps,
  app: SiteApp,
  { pageId, ...reported }: Reported,
): Promise<Result<PageEditedAnswer>> {
  const publication = await publications.findByPage(app, pageId);
  const { page } = publication ?? {};
  if (!publication || !page) return ok({ became: 'ignored' });
  const { practiceId } = publication;
  const isTheirs = isOverSource(publication) && publication.state !== 'publishing';
  if (isTheirs || !isNews(publication, page, reported.version)) return ok({ became: 'ignored', practiceId });

  const at = now();
  const by = reported.accountId && (await publications.personOf(app.organisationId, app.cloudId, reported.accountId));
  const edit: PageEdit = {
    version: reported.version,
    title: reported.title,
    text:
      'tooLarge' in reported ? undefined : { title: reported.title, context: reported.context, body: reported.body },
    by: by || undefined,
    at,
  };
  const written = publication.attempt !== undefined && publication.attempt.id === reported.attemptId;
  if (!written && publication.state === 'publishing') {
    // It may well be what is being written right now; whoever writes tells soon.
    await publications.save(change<Publication, PublishingEvent>({ ...publication, edit }), { at });
    return ok({ became: 'waiting', practiceId });
  }

  const [practice, shown, { about }] = await Promise.all([
    practices.get(publication.organisationId, practiceId),
    practiceViews.version(practiceId, publication.shown?.version ?? 1),
    publications.surroundings(practiceId),
  ]);
  if (!practice) return ok({ became: 'ignored' });
  const known = { ...publication, page };
  const settled = settle({ publication: known, practice, shown: shown ?? practice, edit, closed: about.closed, at });
  await publications.save(settled.change, { at });
  const {
    verdict,
    change: { state },
  } = settled;
  if (verdict === 'take-back') return ok({ became: 'taken-back', practiceId });
  if (verdict === 'choose') return ok({ became: 'edited-on-both-sides', practiceId });
  const toWrite = verdict === 'write' && state.state !== 'published';
  return ok({ became: toWrite ? 'still-to-write' : 'same-already', practiceId });
}

function isNews({ state, edit }: Publication, page: Page, version: number): boolean {
  // A page that was restored from the trash is as it was.
  if (state === 'page-gone') return version >= page.version;
  return version > page.version && (state !== 'edited-on-both-sides' || version > (edit?.version ?? 0));
}
