import { change, type Change } from '../kernel/change.ts';
import type { AttemptId, OrganisationId, PersonId, PracticeId, PublicationId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { allows } from '../practices/permission.ts';
import type { Practice, PracticeChange, Practitioner } from '../practices/practice.ts';
import type { PublishingEvent } from './events.ts';
import type { Words } from './reconcile.ts';
import type { PublicationFailure, PublicationState } from './state.ts';

/** A Confluence space on a linked site. */
export type Place = {
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly spaceId: string;
  readonly spaceName: string;
};

/** `version` is Confluence's own number, as it was after the last write or take-back. */
export type Page = { readonly id: string; readonly path: string; readonly title: string; readonly version: number };

/** A page as somebody edited it; without a text where it is beyond all limits. */
export type PageEdit = {
  readonly version: number;
  readonly title: string;
  readonly text: Words | undefined;
  readonly by: PersonId | undefined;
  readonly at: Date;
};

/** A practice and its page in Confluence. */
export type Publication = {
  readonly id: PublicationId;
  readonly practiceId: PracticeId;
  readonly organisationId: OrganisationId;
  readonly place: Place;
  readonly state: Exclude<PublicationState, 'none'>;
  readonly page: Page | undefined;
  /** The practice as the page shows it. */
  readonly shown: { readonly version: number; readonly revision: number } | undefined;
  /** What the page read like then. */
  readonly base: Words | undefined;
  /** Somebody said that readers of the space may read it, although it is for members. */
  readonly openedToReaders: boolean;
  readonly requestedBy: PersonId | undefined;
  readonly requestedAt: Date;
  readonly publishedAt: Date | undefined;
  readonly failure: PublicationFailure | undefined;
  /** How often it was tried since it was last asked for. */
  readonly tries: number;
  readonly nextTryAt: Date | undefined;
  /** Who is writing the page right now; afterwards somebody else may take it over. */
  readonly attempt: { readonly id: AttemptId; readonly until: Date } | undefined;
  /** Waits for the end of an attempt or, where both sides were edited, for a choice. */
  readonly edit: PageEdit | undefined;
  readonly revision: number;
};

export type PublicationChange = Change<Publication, PublishingEvent> & {
  /** What becomes of the practice together with it. */
  readonly practice?: PracticeChange | undefined;
};

/** What of the surroundings of a practice decides on its publication. */
export type Circumstances = {
  /** Stewards have hidden it. */
  readonly hidden: boolean;
  /** The community has ended. */
  readonly closed: boolean;
  /** Not everybody in the organisation may see it. */
  readonly forMembers: boolean;
};

const stoodBehind: ReadonlySet<Practice['life']> = new Set(['endorsed', 'in-use']);

/** Whether a page may say now what the practice says: a new one only what the community stands behind. */
export const isPublishable = (
  { life }: Pick<Practice, 'life'>,
  { hidden }: Pick<Circumstances, 'hidden'>,
  hasPage: boolean,
): boolean => !hidden && (hasPage ? life !== 'draft' : stoodBehind.has(life));

export type PublishRefusal = 'not-allowed' | 'not-publishable' | 'community-closed' | 'confirm-needed';

/** Why somebody may not publish a practice now. `confirmed`: it is known that readers of the space are more people. */
export function objection(
  practice: Pick<Practice, 'life'>,
  by: Practitioner,
  about: Circumstances,
  { hasPage, confirmed }: { readonly hasPage: boolean; readonly confirmed: boolean },
): PublishRefusal | undefined {
  if (!allows(by.relations, 'publish')) return 'not-allowed';
  if (!isPublishable(practice, about, hasPage)) return 'not-publishable';
  if (about.closed && !hasPage) return 'community-closed';
  if (about.forMembers && !confirmed) return 'confirm-needed';
  return undefined;
}

/** The page that a publication still has: none once it is deleted or withdrawn. */
export const pageOf = (publication: Publication | undefined): Page | undefined =>
  publication && publication.state !== 'withdrawn' && publication.state !== 'page-gone' ? publication.page : undefined;

/** Whether the practice stands on its page: not yet where it is to be put over the page that it was made from. */
export const isPublished = (publication: Publication | undefined): boolean =>
  pageOf(publication) !== undefined && publication?.publishedAt !== undefined;

/**
 * It is to be put over the page that it was made from. People do that themselves: the app may write more than they may,
 * so Confluence must have its say.
 */
export const isOverSource = ({ page, publishedAt }: Publication): boolean =>
  page !== undefined && publishedAt === undefined;

/** Somebody is writing the page, and their time is not over. */
export const isUnderWay = ({ attempt }: Publication, at: Date): boolean =>
  attempt !== undefined && attempt.until.getTime() > at.getTime();

export type Request = {
  readonly newId: PublicationId;
  readonly practice: Pick<Practice, 'id' | 'organisationId'>;
  readonly place: Place;
  /** The page to write over, with what it is known to show; else a new one is made. */
  readonly onto: Required<Pick<Publication, 'page' | 'shown' | 'base'>> | undefined;
  readonly by: PersonId;
  readonly openedToReaders: boolean;
  readonly at: Date;
};

/**
 * Asks for a practice to be put on its page. Where there is one it is written once more, in its own space; else this
 * begins anew, under an id that no earlier page bears, unless a try at the same place may have made a page already.
 */
export function request(before: Publication | undefined, asked: Request): Publication {
  const { newId, practice, place, onto, by, openedToReaders, at } = asked;
  const again = isPublished(before) ? before : undefined;
  return {
    id: (again ?? unfinished(before, asked))?.id ?? newId,
    practiceId: practice.id,
    organisationId: practice.organisationId,
    place: again?.place ?? place,
    page: again?.page ?? onto?.page,
    shown: again?.shown ?? onto?.shown,
    base: again?.base ?? onto?.base,
    publishedAt: again?.publishedAt,
    openedToReaders,
    state: 'queued',
    requestedBy: by,
    requestedAt: at,
    failure: undefined,
    tries: 0,
    nextTryAt: undefined,
    attempt: undefined,
    edit: undefined,
    revision: before?.revision ?? 0,
  };
}

/** A page may have been created whose outcome nobody told: it bears this id, and is to be found by it. */
function unfinished(before: Publication | undefined, { place, onto }: Request): Publication | undefined {
  const over = before?.state === 'withdrawn' || before?.state === 'page-gone' || before?.page !== undefined;
  const same = before?.place.cloudId === place.cloudId && before.place.spaceId === place.spaceId;
  return !over && !onto && same ? before : undefined;
}

/** Queues what was asked for: the app in Confluence fetches it. What waits for a choice is not overtaken. */
export function queue(
  before: Publication | undefined,
  asked: Request,
): Result<PublicationChange | undefined, 'being-published' | 'choice-needed'> {
  if (before?.state === 'edited-on-both-sides') return refuse('choice-needed');
  if (before && before.state === 'publishing' && isUnderWay(before, asked.at)) return refuse('being-published');
  if (before?.state === 'queued' && before.openedToReaders === asked.openedToReaders) return ok(undefined);
  return ok(change(request(before, asked)));
}

/** Cuts the link between a practice and its page. The page stays as it is; an attempt under way comes to nothing. */
export function withdraw(
  before: Publication | undefined,
  by: Practitioner,
): Result<PublicationChange, 'not-allowed' | 'already-so'> {
  if (!allows(by.relations, 'publish')) return refuse('not-allowed');
  if (!before || before.state === 'withdrawn') return refuse('already-so');
  const idle = { attempt: undefined, edit: undefined, nextTryAt: undefined, failure: undefined } as const;
  return ok(change({ ...before, ...idle, state: 'withdrawn' as const }));
}
