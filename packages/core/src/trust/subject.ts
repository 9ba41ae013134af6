/** What can be reported and moderated. */
export const subjectKinds = ['question', 'answer', 'comment', 'practice', 'agenda-item', 'gathering', 'recap'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = { readonly kind: SubjectKind; readonly id: string };

export const reportReasons = ['unkind', 'private-data', 'spam', 'wrong-and-harmful', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportReasonNames: Readonly<Record<ReportReason, string>> = {
  unkind: 'It is unkind',
  'private-data': 'It shows private or confidential data',
  spam: 'It is advertising, or has nothing to do with this',
  'wrong-and-harmful': 'It is wrong, and following it does harm',
  other: 'Something else',
};

/** `dismiss` answers the reports and changes nothing. */
export const moderationActions = ['hide', 'restore', 'warn', 'dismiss'] as const;
export type ModerationAction = (typeof moderationActions)[number];

export const auditActions = [...moderationActions, 'ask-to-unmask', 'unmask', 'refuse-to-unmask'] as const;
export type AuditAction = (typeof auditActions)[number];

/** Lengths in characters. */
export const trustLimits = {
  note: 1000,
  reason: 1000,
  unmaskingReason: { min: 20, max: 1000 },
  conduct: 8000,
} as const;
