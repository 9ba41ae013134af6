import { change } from '../kernel/change.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { allows } from '../practices/permission.ts';
import { edit as editPractice, type Practice, type PracticeChange, type Practitioner } from '../practices/practice.ts';
import { takeOver } from '../practices/take-over.ts';
import type { ChoosePublicationInput } from './contract.ts';
import type { PublishingEvent } from './events.ts';
import type { PageEdit, Publication, PublicationChange } from './publication.ts';
import { sameWords } from './reconcile.ts';
import { atRest, EDITED_ON_PAGE } from './settling.ts';

export type ChoiceRefusal =
  | 'not-allowed'
  | 'choice-outdated'
  | 'page-does-not-fit'
  | 'practice-retired'
  | 'community-closed';

type Choosing = {
  readonly practice: Practice;
  readonly by: Practitioner;
  readonly chosen: ChoosePublicationInput;
  readonly at: Date;
};

/**
 * What becomes of a practice and a page that were both changed: the practice's text goes on the page, the page's becomes
 * the practice's next version, or a third is made of both and goes on the page too.
 *
 * It must have been chosen in view of the page as it is known now. What is written then goes over exactly that version.
 */
export function choose(
  publication: Publication,
  { practice, by, chosen, at }: Choosing,
): Result<PublicationChange, ChoiceRefusal> {
  if (!allows(by.relations, 'publish')) return refuse('not-allowed');
  const { edit, page } = publication;
  const isShown = publication.state === 'edited-on-both-sides' && edit?.version === chosen.pageVersion;
  if (!isShown || !edit || !page) return refuse('choice-outdated');

  // From here on the page counts as it is: what differs from it on our side is what is to be written.
  const seen: Publication = {
    ...publication,
    ...atRest,
    page: { ...page, title: edit.title, version: edit.version },
    base: edit.text ?? { title: edit.title, context: '', body: '' },
  };
  const queued = { ...seen, state: 'queued', requestedBy: by.personId, requestedAt: at } as const;

  if (chosen.choice === 'practice') return ok(change<Publication, PublishingEvent>(queued));
  if (chosen.choice === 'page') return takePage(seen, edit, { practice, by, at });
  const merged = editPractice(practice, by, { ...chosen.text, note: 'Made of the practice and its page', at });
  if (!merged.ok) return merged;
  const now = merged.value?.state ?? practice;
  if (edit.text && sameWords(now, edit.text)) return ok(atOne(seen, now, merged.value));
  return ok({ ...change<Publication, PublishingEvent>(queued), practice: merged.value });
}

function takePage(
  seen: Publication,
  edit: PageEdit,
  { practice, by, at }: Omit<Choosing, 'chosen'>,
): Result<PublicationChange, 'page-does-not-fit' | 'practice-retired' | 'community-closed'> {
  if (!edit.text) return refuse('page-does-not-fit');
  if (by.closed) return refuse('community-closed');
  const taken = takeOver(practice, { text: edit.text, by: edit.by ?? by.personId, note: EDITED_ON_PAGE, at });
  if (!taken.ok) return refuse(taken.reason === 'does-not-fit' ? 'page-does-not-fit' : taken.reason);
  return ok(atOne(seen, taken.value.state, taken.value));
}

const atOne = (
  seen: Publication,
  { version, revision }: Practice,
  practice: PracticeChange | undefined,
): PublicationChange => ({
  ...change<Publication, PublishingEvent>({ ...seen, shown: { version, revision } }),
  practice,
});
