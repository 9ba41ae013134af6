/** Ids are UUIDv7 strings, branded per kind, so that a community's id cannot be passed where a person's is meant. */
type Id<Kind extends string> = string & { readonly __kind: Kind };

export type OrganisationId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type CommunityId = Id<'community'>;
export type PracticeId = Id<'practice'>;
export type QuestionId = Id<'question'>;
export type AnswerId = Id<'answer'>;
export type CommentId = Id<'comment'>;
export type AdoptionId = Id<'adoption'>;
export type ConnectionId = Id<'connection'>;
export type PublicationId = Id<'publication'>;
export type AttemptId = Id<'attempt'>;
export type GatheringId = Id<'gathering'>;
export type OccurrenceId = Id<'occurrence'>;
export type AgendaItemId = Id<'agenda-item'>;
export type MentoringRequestId = Id<'mentoring-request'>;
export type MentorshipId = Id<'mentorship'>;
export type CircleId = Id<'circle'>;
export type IntroductionId = Id<'introduction'>;
export type RoundId = Id<'introduction-round'>;
export type EventId = Id<'event'>;

/** `entra:<tid>:<oid>` or `atlassian:<cloudId>:<accountId>`: how a host knows a person. */
export type AccountKey = string & { readonly __kind: 'account-key' };
export type AccountKind = 'entra' | 'atlassian';

export const entraAccount = (tenantId: string, objectId: string) => `entra:${tenantId}:${objectId}` as AccountKey;
export const atlassianAccount = (cloudId: string, accountId: string) =>
  `atlassian:${cloudId}:${accountId}` as AccountKey;
/** The Confluence site of an account of Atlassian. */
export const siteOf = (key: AccountKey): string | undefined =>
  key.startsWith('atlassian:') ? key.split(':')[1] : undefined;
export const accountKind = (key: AccountKey): AccountKind => (key.startsWith('entra:') ? 'entra' : 'atlassian');
