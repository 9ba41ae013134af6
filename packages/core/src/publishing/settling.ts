import { change } from '../kernel/change.ts';
import type { Practice } from '../practices/practice.ts';
import { fitsPractice, takeOver } from '../practices/take-over.ts';
import type { PublishingEvent } from './events.ts';
import type { Page, PageEdit, Publication, PublicationChange } from './publication.ts';
import { reconcile, type Verdict, type Words } from './reconcile.ts';

/** The note of a version that was written on the page. */
export const EDITED_ON_PAGE = 'Edited on the Confluence page';

/** A page as it was read, and what it is to be compared with. */
export type Reading = {
  readonly publication: Publication & { readonly page: Page };
  readonly practice: Practice;
  /** The practice in the version that the page showed. */
  readonly shown: Words;
  readonly edit: PageEdit;
  /** The community has ended: nobody edits its practices any more. */
  readonly closed: boolean;
  readonly at: Date;
};

export type Settled = { readonly verdict: Verdict; readonly change: PublicationChange };

/**
 * Takes note of a page as it was read: takes over what was changed there, lets what was changed here be written, or waits
 * for somebody to choose where both were. What cannot be taken over (too long, or the practice is retired) waits too.
 */
export function settle({ publication, practice, shown, edit, closed, at }: Reading): Settled {
  const { text } = edit;
  if (!text) return bothSides(publication, practice, edit);

  const base = publication.base ?? text;
  const verdict = reconcile({ shown, practice, base, page: text });
  const met = { ...publication, base: text, page: { ...publication.page, title: edit.title, version: edit.version } };

  if (verdict === 'choose') return bothSides(publication, practice, edit);
  if (verdict === 'take-back') {
    const taken = closed ? undefined : takeOver(practice, { text, by: edit.by, note: EDITED_ON_PAGE, at });
    if (!taken?.ok) return bothSides(publication, practice, edit);
    const { version, revision } = taken.value.state;
    const fact: PublishingEvent = { type: 'practice.page-taken-back', personId: edit.by, ...about(practice) };
    const state = { ...met, ...atRest, shown: { version, revision } };
    return { verdict, change: { ...change<Publication, PublishingEvent>(state, fact), practice: taken.value } };
  }

  const wanted = publication.state === 'queued' || publication.state === 'publishing';
  // What is to be put over the page that it was made from is written, although it says the same.
  const stale = publication.shown?.revision !== practice.revision || publication.publishedAt === undefined;
  if (wanted && (verdict === 'write' || stale))
    return { verdict: 'write', change: change<Publication, PublishingEvent>({ ...met, edit: undefined }) };
  const failed = publication.state === 'failed';
  if (verdict === 'write')
    return {
      verdict,
      change: change<Publication, PublishingEvent>({ ...met, ...(failed ? { edit: undefined } : atRest) }),
    };
  const sees = publication.shown && { ...publication.shown, version: practice.version };
  return { verdict, change: change<Publication, PublishingEvent>({ ...met, ...atRest, shown: sees }) };
}

/** Both texts stay as they are until somebody chooses. It is told once, however often the page is saved meanwhile. */
function bothSides(publication: Publication, practice: Practice, edit: PageEdit): Settled {
  const fits = edit.text !== undefined && fitsPractice(edit.text);
  const state: Publication = {
    ...publication,
    ...atRest,
    state: 'edited-on-both-sides',
    failure: fits ? undefined : 'page-does-not-fit',
    edit,
  };
  const told = publication.state === 'edited-on-both-sides';
  const fact: PublishingEvent = { type: 'practice.edited-on-both-sides', personId: edit.by, ...about(practice) };
  return { verdict: 'choose', change: change<Publication, PublishingEvent>(state, ...(told ? [] : [fact])) };
}

/** A publication for which there is nothing to do. */
export const atRest = {
  state: 'published',
  failure: undefined,
  tries: 0,
  nextTryAt: undefined,
  attempt: undefined,
  edit: undefined,
} as const satisfies Partial<Publication>;

export const about = ({ id, communityId }: Pick<Practice, 'id' | 'communityId'>) => ({ practiceId: id, communityId });
