import { z } from 'zod';
import { id, instant, line, markdown, personCard, topics } from '../kernel/contract.ts';
import { FORBIDDEN_CHARACTERS, tidyLine, tidyMarkdown } from '../kernel/text.ts';
import { differenceView } from '../practices/contract.ts';
import { creditKinds, lives, practiceVisibilities } from '../practices/life.ts';
import { practiceLimits } from '../practices/limits.ts';
import { publishingLimits as limits } from './limits.ts';
import {
  OPENS_TO_READERS,
  publicationChoices,
  publicationFailures,
  publicationStates,
  reportedFailures,
} from './state.ts';

/** Pages come from elsewhere: what nobody can see in them is left out rather than refused. */
const visible = (text: string) => text.replaceAll(new RegExp(FORBIDDEN_CHARACTERS, 'gu'), '');
const pageLine = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => tidyLine(visible(text)))
    .pipe(z.string().max(max));
const pageMarkdown = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => tidyMarkdown(visible(text)));

/** Ids of Confluence. */
const externalId = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w:.-]+$/u);
const pageId = externalId(limits.pageId);
const pageVersion = z.int().min(1).max(limits.pageVersion);

/** What a page says, as a practice has it. */
export const pageText = z.strictObject({
  title: pageLine(limits.pageTitle),
  context: pageMarkdown(limits.pageContext).default(''),
  body: pageMarkdown(limits.pageBody).default(''),
});
export type PageText = z.output<typeof pageText>;

/** A page as it was read just now. */
export const pageNow = pageText.extend({ id: pageId, version: pageVersion });
export type PageNow = z.output<typeof pageNow>;

/** Where to publish. Whoever knows that a practice for members will be read by readers of the space says so. */
const destination = {
  connectionId: id,
  /** `source-page`: over the page that the practice was made from. */
  onto: z.enum(['new-page', 'source-page']).default('new-page'),
  confirm: z.literal(OPENS_TO_READERS).optional(),
};

/** `connectionId` may be left out where there is a page already: it is written again. */
export const queuePublicationInput = z.strictObject({ ...destination, connectionId: id.optional() });
export type QueuePublicationInput = z.output<typeof queuePublicationInput>;

/** `page`: the page as it stands, where there is one. */
export const beginAttemptInput = z.strictObject({
  ...destination,
  connectionId: id.optional(),
  page: pageNow.optional(),
});
export type BeginAttemptInput = z.output<typeof beginAttemptInput>;

/** `pageVersion`: the version of the page that was shown when this was chosen. `text` is needed for `merged`. */
export const choosePublicationInput = z
  .strictObject({
    pageVersion,
    choice: z.enum(publicationChoices),
    text: z
      .strictObject({
        title: line(5, practiceLimits.title),
        context: markdown(practiceLimits.context).default(''),
        body: markdown(practiceLimits.body).default(''),
        topics: topics(practiceLimits.topics).optional(),
      })
      .optional(),
  })
  .refine(({ choice, text }) => (choice === 'merged') === (text !== undefined), {
    path: ['text'],
    error: 'Send the text with “merged”, and only then.',
  });
export type ChoosePublicationInput = z.output<typeof choosePublicationInput>;

/** The page was written and reads like `text`; or it was not, and why. `path` begins at the root of the site. */
export const outcomeInput = z.union([
  z.strictObject({
    pageId,
    version: pageVersion,
    path: z
      .string()
      .max(limits.pagePath)
      .regex(/^\/(?![/\\])[^\s\\]*$/u),
    text: pageText,
  }),
  z.strictObject({
    failure: z.enum(reportedFailures),
    /** What Confluence asks to wait. */
    retryAfterSeconds: z.int().min(0).max(3600).optional(),
  }),
]);
export type OutcomeInput = z.output<typeof outcomeInput>;

/**
 * A page as it stands after somebody edited it; `tooLarge` instead of a text that is beyond all limits. `attemptId`:
 * read while carrying out that attempt, before anything was written.
 */
export const pageEditedInput = z.union([
  pageText.extend({
    version: pageVersion,
    accountId: externalId(limits.accountId).optional(),
    attemptId: id.optional(),
  }),
  z.strictObject({
    version: pageVersion,
    title: pageLine(limits.pageTitle),
    tooLarge: z.literal(true),
    accountId: externalId(limits.accountId).optional(),
    attemptId: id.optional(),
  }),
]);
export type PageEditedInput = z.output<typeof pageEditedInput>;

export const claimInput = z.strictObject({ limit: z.int().min(1).max(limits.claim).default(limits.claim) });
export type ClaimInput = z.output<typeof claimInput>;

/** A page in the words of a practice, taken over as a draft. */
export const draftFromPageInput = z.strictObject({
  communityId: id,
  title: line(5, practiceLimits.title),
  context: markdown(practiceLimits.context).default(''),
  body: markdown(practiceLimits.body).default(''),
  topics: topics(practiceLimits.topics).default([]),
  visibility: z.enum(practiceVisibilities).default('organisation'),
  page: z.strictObject({
    id: pageId,
    spaceId: externalId(limits.spaceId),
    version: pageVersion,
    path: z
      .string()
      .max(limits.pagePath)
      .regex(/^\/(?![/\\])[^\s\\]*$/u),
  }),
});
export type DraftFromPageInput = z.output<typeof draftFromPageInput>;

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
  /** The page that the practice was made from, where it was made from one. */
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
