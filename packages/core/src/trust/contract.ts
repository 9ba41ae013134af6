import { z } from 'zod';
import { day, id, instant, line, markdown, pageOf, pageQuery, personCard } from '../kernel/contract.ts';
import { auditActions, moderationActions, reportReasons, subjectKinds, trustLimits as limits } from './subject.ts';

const subject = z.strictObject({ kind: z.enum(subjectKinds), id });

export const reportInput = z.strictObject({
  subject,
  reason: z.enum(reportReasons),
  note: line(0, limits.note).optional(),
});
export type ReportInput = z.output<typeof reportInput>;
export const reportReceipt = z.object({ reported: z.literal(true) });
export type ReportReceipt = z.output<typeof reportReceipt>;

/** The reason is told to the author; `dismiss` answers the reports and changes nothing. */
export const moderateInput = z.strictObject({
  subject,
  action: z.enum(moderationActions),
  reason: line(3, limits.reason),
});
export type ModerateInput = z.output<typeof moderateInput>;
export const moderationReceipt = z.object({ subject, action: z.enum(moderationActions), hidden: z.boolean() });
export type ModerationReceipt = z.output<typeof moderationReceipt>;

/** What stewards decide about, in its words, and where it stands. */
const words = {
  title: z.string(),
  excerpt: z.string(),
  link: z.object({ kind: z.enum(['question', 'practice', 'gathering']), id }),
};

/** One thing that was reported, with all its open reports. Who reported stays with the stewards. */
export const reportedItem = z.object({
  subject,
  ...words,
  author: z.object({ person: personCard.optional(), pseudonym: z.string().optional() }),
  hidden: z.boolean(),
  reports: z.array(z.object({ reason: z.enum(reportReasons), note: z.string().optional(), at: instant })),
});
export type ReportedItem = z.output<typeof reportedItem>;
export const moderationQuery = z.strictObject(pageQuery);
export const moderationPage = pageOf(reportedItem);
export type ModerationPage = z.output<typeof moderationPage>;

export const auditEntry = z.object({
  at: instant,
  by: personCard,
  action: z.enum(auditActions),
  subject,
  /** Left out where the viewer may not see it, or where it was removed. */
  about: z.object(words).optional(),
  reason: z.string(),
});
export const auditPage = pageOf(auditEntry);
export type AuditPage = z.output<typeof auditPage>;

/** The community's code of conduct, or the one that every community has until it writes its own. */
export const conductView = z.object({
  text: z.string(),
  own: z.boolean(),
  revision: z.int(),
  /** To the day only: a minute would give away who asked something anonymously right after it. */
  acknowledgedOn: day.optional(),
  /** Who can find out who wrote something anonymously: two stewards together, or nobody ever. */
  unmasking: z.enum(['two-stewards', 'never']),
  abilities: z.object({ edit: z.boolean() }),
});
export type ConductView = z.output<typeof conductView>;
/** The community's own code of conduct; empty goes back to the one that every community has. */
export const editConductInput = z.strictObject({ text: markdown(limits.conduct) });
export type EditConductInput = z.output<typeof editConductInput>;

/** Unmasking needs two stewards and a reason, and the author is told. */
export const askToUnmaskInput = z.strictObject({
  subject,
  reason: line(limits.unmaskingReason.min, limits.unmaskingReason.max),
});
export type AskToUnmaskInput = z.output<typeof askToUnmaskInput>;
export const unmaskingView = z.object({
  id,
  subject,
  /** Left out where the viewer may not see it: a question may have moved on. */
  about: z.object(words).optional(),
  reason: z.string(),
  askedBy: personCard,
  askedAt: instant,
  state: z.enum(['waiting', 'done', 'refused']),
  decidedBy: personCard.optional(),
  /** Only for the two stewards, and only when it is done. */
  author: personCard.optional(),
  abilities: z.object({ decide: z.boolean() }),
});
export type UnmaskingView = z.output<typeof unmaskingView>;
/** Those of the community for its stewards; for everybody else those that are about what they wrote themselves. */
export const unmaskingPage = pageOf(unmaskingView);
export type UnmaskingPage = z.output<typeof unmaskingPage>;
/** The organisation's promise: it cannot be taken back. */
export const neverUnmaskInput = z.strictObject({ confirm: z.literal('never') });
export const unmaskingPolicyView = z.object({ unmasking: z.enum(['two-stewards', 'never']) });
export type UnmaskingPolicyView = z.output<typeof unmaskingPolicyView>;
export const decideUnmaskingInput = z.strictObject({ agree: z.boolean() });
export type DecideUnmaskingInput = z.output<typeof decideUnmaskingInput>;
