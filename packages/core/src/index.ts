/** The domain of Copse for the process that runs it. Contracts, vocabulary, Markdown and SQL have entries of their own. */
export { coreSubscribers, createCore, type Core, type CorePorts } from './core.ts';
export type { AtlassianAppProof, AtlassianProof, BotProof, EntraProof, Proof } from './identity/index.ts';
export type { Actor, SiteApp } from './kernel/actor.ts';
export { StaleWriteError } from './kernel/errors.ts';
export {
  type AccountKey,
  type AccountKind,
  accountKind,
  type AdoptionId,
  type AnswerId,
  atlassianAccount,
  type CommentId,
  type CommunityId,
  type ConnectionId,
  entraAccount,
  type EventId,
  type OrganisationId,
  type PersonId,
  type PracticeId,
  type QuestionId,
} from './kernel/ids.ts';
export type { MeetingDraft, MeetingMaker, MeetingRefusal, Organiser } from './gatherings/index.ts';
export { inputWords } from './kernel/words-contract.ts';
export { sayDay } from './kernel/say-day.ts';
export { inWords, withoutForbidden } from './kernel/text.ts';
export type { Enqueue } from './jobs/enqueue.ts';
export { createJobs, type Jobs, type JobsOptions, type Workers } from './jobs/jobs.ts';
export { createWorkers, type WorkerParts } from './jobs/workers.ts';
export { ok, refuse, type Result } from './kernel/result.ts';
export type { Destination, MessageItem, Outcome, OutgoingMessage, RefusedBecause } from './notifications/messenger.ts';
export { sayWhen } from './notifications/say-when.ts';
export type { Messenger } from './notifications/ports.ts';
export type { Refusal } from './refusal.ts';
export { rebuildSearch } from './search/store.ts';
export { createRelay, type Relay, type RelayOptions } from './sql/relay.ts';
export { retryGivenUp, sweepOutbox } from './sql/outbox-sweep.ts';
export type { RecordedEvent, Subscriber } from './sql/subscriber.ts';
