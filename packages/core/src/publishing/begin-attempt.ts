import type { Actor } from '../kernel/actor.ts';
import { type AttemptId, siteOf } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Practice } from '../practices/practice.ts';
import { begin } from './attempt.ts';
import type { BeginAttemptInput, PageNow } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import { prepare, type PrepareRefusal } from './prepare.ts';
import { isOverSource, isUnderWay, type Page, type Publication, request as requested } from './publication.ts';
import { sameWords } from './reconcile.ts';
import { settle, type Settled } from './settling.ts';
import type { AttemptAnswer, PublicationAttempt, PublicationView } from './view-contract.ts';

type Refusal = PrepareRefusal | 'being-published' | 'confluence-only';

/**
 * Begins to put a practice on its page, as the actor, who is in Confluence and sends the page as it stands: tells them to
 * write it, or what is to be done instead. Their own attempt that came to nothing they may begin again at once.
 */
export async function beginAttempt(
  deps: PublishingDeps,
  actor: Actor,
  { page: seen, ...wanted }: BeginAttemptInput & { readonly practiceId: string },
): Promise<Result<AttemptAnswer, Refusal>> {
  const prepared = await prepare(deps, actor, wanted);
  if (!prepared.ok) return prepared;
  if (siteOf(actor.account) === undefined) return refuse('confluence-only');
  const { practice, publication: before, surroundings, request } = prepared.value;
  const { publications, publicationViews, newId } = deps;
  const { at } = request;
  if (before && isUnderWay(before, at) && !(await isOwn(deps, actor, before))) return refuse('being-published');

  const view = async () => (await publicationViews.see(actor, practice.id)) as PublicationView;
  let publication: Publication = before?.state === 'edited-on-both-sides' ? before : requested(before, request);
  if (publication.page) {
    if (!seen || seen.id !== publication.page.id || seen.version < publication.page.version) {
      return ok({ next: 'read-page', pageId: publication.page.id, publication: await view() });
    }
    // Whoever made a practice of a page did not know what it says now, and nor does the practice.
    const unknown = seen.version !== publication.page.version && !sameWords(seen, publication.base ?? seen);
    if (isOverSource(publication) && unknown) return refuse('no-source-page');
    const met = await meet(deps, { ...publication, page: publication.page }, practice, seen, {
      closed: surroundings.about.closed,
      at,
    });
    if (met.verdict !== 'write') {
      await publications.save(met.change, { at });
      const next = ({ same: 'same-already', 'take-back': 'taken-back', choose: 'choose' } as const)[met.verdict];
      return ok({ next, publication: await view() });
    }
    // One step of the record, whatever it consists of.
    publication = { ...met.change.state, revision: publication.revision };
  }

  const { attempt, change } = begin(publication, practice, { id: newId() as AttemptId, by: actor.personId, at });
  await publications.save(change, { at, begun: attempt });
  const [written] = await publicationViews.attempts([attempt]);
  return ok({ next: 'write', attempt: written as PublicationAttempt });
}

async function isOwn({ publications }: PublishingDeps, { personId }: Actor, { attempt }: Publication) {
  const begun = attempt && (await publications.findAttempt(attempt.id));
  return begun?.by === personId;
}

/** Compares the page that the actor sees with the practice. A page in the version that we know has not been edited. */
async function meet(
  { practiceViews }: PublishingDeps,
  publication: Publication & { readonly page: Page },
  practice: Practice,
  seen: PageNow,
  { closed, at }: { readonly closed: boolean; readonly at: Date },
): Promise<Settled> {
  const shown = (await practiceViews.version(practice.id, publication.shown?.version ?? 1)) ?? practice;
  const known = publication.edit?.version === seen.version ? publication.edit : undefined;
  const unedited = seen.version === publication.page.version;
  const text = seen.tooLarge ? undefined : { title: seen.title, context: seen.context, body: seen.body };
  const edit = {
    version: seen.version,
    title: seen.title,
    text: unedited ? (publication.base ?? text) : text,
    by: known?.by,
    at: known?.at ?? at,
  };
  return settle({ publication, practice, shown, edit, closed, at });
}
