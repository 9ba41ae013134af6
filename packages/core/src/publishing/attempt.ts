import { change } from '../kernel/change.ts';
import type { AttemptId, OrganisationId, PersonId, PracticeId, PublicationId } from '../kernel/ids.ts';
import type { Practice } from '../practices/practice.ts';
import type { OutcomeInput } from './contract.ts';
import type { PublishingEvent } from './events.ts';
import {
  type Circumstances,
  isOverSource,
  isPublishable,
  type Publication,
  type PublicationChange,
} from './publication.ts';
import { about, atRest, settle } from './settling.ts';
import type { Words } from './reconcile.ts';
import type { PublicationFailure } from './state.ts';

/** The leave to write a page once, given to a person or to the app of a site. */
export type Attempt = {
  readonly id: AttemptId;
  readonly publicationId: PublicationId;
  readonly practiceId: PracticeId;
  readonly organisationId: OrganisationId;
  readonly cloudId: string;
  /** Nobody: the app, by itself. */
  readonly by: PersonId | undefined;
  readonly practiceVersion: number;
  readonly practiceRevision: number;
  readonly begunAt: Date;
  readonly endedAt: Date | undefined;
};

/** After this long an attempt may be taken over: a browser is closed, or a function killed, without a word. */
const LEASE_MS = { person: 2 * 60_000, app: 5 * 60_000 };
/** So often a page is tried by itself before it waits for a person: about three hours. */
export const MOST_TRIES = 6;
const FIRST_WAIT_MS = 4 * 60_000;

type Beginning = { readonly id: AttemptId; readonly by: PersonId | undefined; readonly at: Date };

/** Lets the page be written until the lease is over. */
export function begin(
  publication: Publication,
  {
    id: practiceId,
    organisationId,
    version,
    revision,
  }: Pick<Practice, 'id' | 'organisationId' | 'version' | 'revision'>,
  { id, by, at }: Beginning,
): { readonly attempt: Attempt; readonly change: PublicationChange } {
  const until = new Date(at.getTime() + (by ? LEASE_MS.person : LEASE_MS.app));
  const attempt: Attempt = {
    id,
    publicationId: publication.id,
    practiceId,
    organisationId,
    cloudId: publication.place.cloudId,
    by,
    practiceVersion: version,
    practiceRevision: revision,
    begunAt: at,
    endedAt: undefined,
  };
  const state: Publication = {
    ...publication,
    state: 'publishing',
    failure: undefined,
    nextTryAt: undefined,
    tries: publication.tries + 1,
    attempt: { id, until },
    edit: undefined,
  };
  return { attempt, change: change<Publication, PublishingEvent>(state) };
}

/** What the app finds when it comes to fetch a publication. */
export type Found = {
  readonly publication: Publication;
  readonly practice: Pick<Practice, 'id' | 'organisationId' | 'communityId' | 'life' | 'version' | 'revision'>;
  readonly about: Circumstances;
  /** The space is still connected to the community. */
  readonly connected: boolean;
};

/**
 * Hands a publication to the app, or says why it waits for a person instead: things may have changed since it was asked
 * for, and nothing is tried for ever.
 */
export function claim(
  { publication, practice, about: circumstances, connected }: Found,
  beginning: Omit<Beginning, 'by'>,
): { readonly attempt?: Attempt; readonly change: PublicationChange } {
  const allowed = !circumstances.forMembers || publication.openedToReaders;
  const failure: PublicationFailure | undefined = !connected
    ? 'space-not-connected'
    : !allowed || !isPublishable(practice, circumstances, publication.publishedAt !== undefined)
      ? 'not-publishable'
      : publication.tries >= MOST_TRIES || isOverSource(publication)
        ? 'no-outcome'
        : undefined;
  if (failure) return { change: waitForPerson(publication, practice, failure) };
  return begin(publication, practice, { ...beginning, by: undefined });
}

type Written = Extract<OutcomeInput, { pageId: string }>;

/** What an outcome is judged by. */
export type Situation = {
  readonly publication: Publication;
  readonly attempt: Attempt;
  readonly practice: Practice;
  /** The practice in the version that was written. */
  readonly written: Words;
  readonly closed: boolean;
  readonly at: Date;
};

/**
 * Records what became of an attempt; nothing where it no longer matters.
 *
 * An outcome may come late, when somebody else has taken the attempt over: then the page that it made counts, if none is
 * known yet, so that there is never a second one. Whatever was edited on the page meanwhile is looked at now.
 */
export function conclude(situation: Situation, outcome: OutcomeInput): PublicationChange | undefined {
  const { publication, attempt } = situation;
  const over = attempt.publicationId !== publication.id || publication.state === 'withdrawn';
  if (over || publication.state === 'page-gone') return undefined;
  return 'failure' in outcome ? fail(situation, outcome) : succeed(situation, outcome);
}

function succeed(situation: Situation, outcome: Written): PublicationChange | undefined {
  const { publication, attempt, practice, written, closed, at } = situation;
  const { page } = publication;
  const current = publication.attempt?.id === attempt.id;
  if (page && page.id !== outcome.pageId) {
    return current ? waitForPerson(publication, practice, 'not-understood') : undefined;
  }
  const stale = page !== undefined && (current ? outcome.version < page.version : outcome.version <= page.version);
  if (stale) return current ? change<Publication, PublishingEvent>({ ...publication, ...atRest }) : undefined;

  const { version, path, pageId, text } = outcome;
  // Somebody else is at it, has asked again, or must choose: what they do goes on, from the page as it is now.
  const goesOn = !current && ['publishing', 'queued', 'edited-on-both-sides'].includes(publication.state);
  const state: Publication = {
    ...publication,
    ...(goesOn ? {} : { ...atRest, edit: publication.edit }),
    page: { id: pageId, path, title: text.title, version },
    base: text,
    shown: { version: attempt.practiceVersion, revision: attempt.practiceRevision },
    publishedAt: at,
  };
  const published: PublishingEvent = {
    type: 'practice.published',
    first: page === undefined,
    personId: attempt.by ?? publication.requestedBy,
    ...about(practice),
  };
  const done = change<Publication, PublishingEvent>(state, published);
  const { edit } = publication;
  if (goesOn) return done;
  if (!edit || edit.version <= version || !state.page) return { ...done, state: { ...done.state, edit: undefined } };

  const { change: settled } = settle({
    publication: { ...state, page: state.page },
    practice,
    shown: written,
    edit,
    closed,
    at,
  });
  return { ...settled, events: [published, ...settled.events] };
}

const triedAgain: ReadonlySet<PublicationFailure> = new Set([
  'edited-meanwhile',
  'too-many-requests',
  'confluence-unavailable',
  'not-understood',
]);

function fail(
  { publication, attempt, practice, at }: Situation,
  { failure, retryAfterSeconds = 0 }: Exclude<OutcomeInput, Written>,
): PublicationChange | undefined {
  if (publication.attempt?.id !== attempt.id) return undefined;
  const idle = { ...publication, attempt: undefined, edit: undefined };
  if (failure === 'page-gone') {
    return publication.page ? gone(publication, practice) : waitForPerson(publication, practice, 'not-allowed-there');
  }
  if (failure === 'given-up') {
    const back = publication.publishedAt ? atRest : { state: 'failed' as const, failure };
    return change<Publication, PublishingEvent>({ ...idle, ...back });
  }
  if (!triedAgain.has(failure) || publication.tries >= MOST_TRIES) return waitForPerson(publication, practice, failure);
  // The page only has to be read again.
  if (failure === 'edited-meanwhile') return change<Publication, PublishingEvent>({ ...idle, state: 'queued' });

  const wait = Math.max(FIRST_WAIT_MS * 2 ** (publication.tries - 1), retryAfterSeconds * 1000);
  return change<Publication, PublishingEvent>({
    ...idle,
    state: 'failed',
    failure,
    nextTryAt: new Date(at.getTime() + wait),
  });
}

type OfPractice = Pick<Practice, 'id' | 'communityId'>;

function waitForPerson(publication: Publication, practice: OfPractice, failure: PublicationFailure): PublicationChange {
  const state: Publication = {
    ...publication,
    state: 'failed',
    failure,
    nextTryAt: undefined,
    attempt: undefined,
    edit: undefined,
  };
  const fact = {
    type: 'practice.not-published',
    failure,
    askedBy: publication.requestedBy,
    ...about(practice),
  } as const;
  return change<Publication, PublishingEvent>(state, fact);
}

/** The page is deleted: the practice stays, and can be published anew. */
export function gone(publication: Publication, practice: OfPractice): PublicationChange {
  const state: Publication = {
    ...publication,
    ...atRest,
    state: 'page-gone',
  };
  return change<Publication, PublishingEvent>(state, { type: 'practice.page-gone', ...about(practice) });
}
