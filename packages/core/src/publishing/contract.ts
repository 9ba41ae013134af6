import { z } from 'zod';
import { id, line, markdown, topics } from '../kernel/contract.ts';
import { tidyLine, tidyMarkdown, withoutForbidden } from '../kernel/text.ts';
import { practiceVisibilities } from '../practices/life.ts';
import { practiceLimits } from '../practices/limits.ts';
import { publishingLimits as limits } from './limits.ts';
import { OPENS_TO_READERS, publicationChoices, reportedFailures } from './state.ts';

const pageLine = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => tidyLine(withoutForbidden(text)))
    .pipe(z.string().max(max));
const pageMarkdown = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => tidyMarkdown(withoutForbidden(text)));

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

/** A page as it was read just now; `tooLarge` instead of a text that is beyond all limits. */
export const pageNow = pageText.extend({ id: pageId, version: pageVersion, tooLarge: z.literal(true).optional() });
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
