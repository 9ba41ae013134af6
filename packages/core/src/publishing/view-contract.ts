import { z } from 'zod';
import { id, instant, personCard } from '../kernel/contract.ts';
import { differenceView } from '../practices/contract.ts';
import { creditKinds, lives } from '../practices/life.ts';
import { publishingLimits as limits } from './limits.ts';
import { publicationFailures, publicationStates } from './state.ts';

/** A Confluence space that is connected to the community of a practice. */
export const publishingSpace = z.object({
  connectionId: id,
  cloudId: z.string(),
  siteUrl: z.string(),
  spaceId: z.string(),
  name: z.string(),
});
export type PublishingSpace = z.output<typeof publishingSpace>;

const text = { title: z.string(), context: z.string(), body: z.string() };

/** Both texts since they last were the same, and what differs between them (from the practice to the page). */
export const bothSides = z.object({
  practice: z.object({ version: z.int(), ...text }),
  /** Without a text where the page is beyond all limits. */
  page: z.object({
    version: z.int(),
    title: z.string(),
    context: z.string().optional(),
    body: z.string().optional(),
    by: personCard.optional(),
    at: instant,
  }),
  /** What the page said when both were last the same. */
  before: z.object(text),
  fields: differenceView.shape.fields,
  /** The page's text is within the limits of a practice, so that it can be taken as it is. */
  fits: z.boolean(),
});
export type BothSides = z.output<typeof bothSides>;

/** How it stands with the page of a practice. What only those need who may publish is there for them only. */
export const publicationView = z.object({
  practiceId: id,
  state: z.enum(publicationStates),
  page: z
    .object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      version: z.int(),
      cloudId: z.string(),
      spaceId: z.string(),
      spaceName: z.string(),
    })
    .optional(),
  /** The version of the practice that the page shows. */
  practiceVersion: z.int().optional(),
  /** The practice (its text, its life or its credits) has changed since the page was written. */
  outdated: z.boolean(),
  publishedAt: instant.optional(),
  requestedAt: instant.optional(),
  requestedBy: personCard.optional(),
  failure: z.enum(publicationFailures).optional(),
  /** It is tried again by itself, then. */
  nextTryAt: instant.optional(),
  /** Nobody has fetched what is queued for an hour: is the app installed on this site? */
  stalled: z.object({ siteUrl: z.string(), since: instant }).optional(),
  /** The page that the practice was made from, for those who are on its site: they can put it over that page. */
  sourcePage: z
    .object({ id: z.string(), url: z.string(), title: z.string(), cloudId: z.string(), spaceId: z.string() })
    .optional(),
  bothSides: bothSides.optional(),
  /** Where it may be published by the viewer; in Confluence only spaces of the site that they are on. */
  spaces: z.array(publishingSpace),
  /** Readers of a space are more people than may see the practice: publishing needs `confirm`. */
  opensToReaders: z.boolean(),
  abilities: z.object({
    /** Write it to a page, anew or once more. */
    publish: z.boolean(),
    /** Say what becomes of two texts. */
    choose: z.boolean(),
    withdraw: z.boolean(),
  }),
  revision: z.int(),
});
export type PublicationView = z.output<typeof publicationView>;

/** What is to be written, by whom it was allowed to: over exactly `expectedVersion`, or as a new page. */
export const publicationAttempt = z.object({
  id,
  /** Marks the page: `{ practiceId, publicationId }` in its property. Look for it before a page is created. */
  publicationId: id,
  practiceId: id,
  cloudId: z.string(),
  spaceId: z.string(),
  pageId: z.string().optional(),
  expectedVersion: z.int().optional(),
  /** Report the outcome before; then somebody else may take it over. */
  until: instant,
  practice: z.object({
    version: z.int(),
    ...text,
    topics: z.array(z.string()),
    life: z.enum(lives),
    reviewBy: z.iso.date().optional(),
    teamCount: z.int(),
    endorsementCount: z.int(),
    community: z.object({ id, name: z.string() }),
    owner: z.object({ name: z.string() }),
    credits: z.array(z.object({ name: z.string(), credit: z.enum(creditKinds) })),
    /** The question that it was learned from, where everybody who reads the page may know of it. */
    keptFrom: z.object({ id, title: z.string() }).optional(),
  }),
});
export type PublicationAttempt = z.output<typeof publicationAttempt>;

/**
 * What comes next for whoever wants to write: write the page; read the page first and ask again with it; nothing, as it
 * is the same already; nothing, because what the page says was taken over as a new version; or choose (`bothSides`).
 */
export const attemptAnswer = z.discriminatedUnion('next', [
  z.object({ next: z.literal('write'), attempt: publicationAttempt }),
  z.object({ next: z.literal('read-page'), pageId: z.string(), publication: publicationView }),
  z.object({ next: z.literal('same-already'), publication: publicationView }),
  z.object({ next: z.literal('taken-back'), publication: publicationView }),
  z.object({ next: z.literal('choose'), publication: publicationView }),
]);
export type AttemptAnswer = z.output<typeof attemptAnswer>;

/** What was made of an outcome. */
export const outcomeAnswer = z.object({
  practiceId: id,
  state: z.enum(publicationStates),
  /** The page that counts. Another one than was reported: that one is one too many, and nobody's. */
  pageId: z.string().optional(),
});
export type OutcomeAnswer = z.output<typeof outcomeAnswer>;

export const claimed = z.object({ attempts: z.array(publicationAttempt).max(limits.claim) });
export type Claimed = z.output<typeof claimed>;

/** `ignored`: the page publishes nothing, or this is no news; `waiting`: looked at when the write under way is over. */
export const pageEditedAnswer = z.object({
  became: z.enum(['ignored', 'waiting', 'same-already', 'still-to-write', 'taken-back', 'edited-on-both-sides']),
  practiceId: id.optional(),
});
export type PageEditedAnswer = z.output<typeof pageEditedAnswer>;

/** Which practice a page of the site publishes. */
export const pageGoneAnswer = z.object({ practiceId: id.optional() });
export type PageGoneAnswer = z.output<typeof pageGoneAnswer>;

/** Confluence sites whose app fetches nothing: how many practices wait for each, and since when. */
export const stalledSitesView = z.object({
  items: z.array(z.object({ siteUrl: z.string(), since: instant, waitingCount: z.int() })),
});
export type StalledSitesView = z.output<typeof stalledSitesView>;
