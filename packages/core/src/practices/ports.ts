import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import type { Learned } from './composing.ts';
import type { PracticePage, PracticesQuery, PracticeView, VersionPage } from './contract.ts';
import type { Practice, PracticeChange, PracticeText, Practitioner } from './practice.ts';

/** Loads and saves one practice with all that belongs to it. */
export type PracticeStore = {
  /** The practice, if there is one and this actor may see it: whatever the actor may not see does not exist. */
  find(actor: Actor, id: PracticeId): Promise<Practice | undefined>;
  /** Whoever may see it: for what happens to it without anybody there. */
  get(organisationId: OrganisationId, id: PracticeId): Promise<Practice | undefined>;
  /** Saves state and events together; throws StaleWriteError when somebody saved it since it was loaded. */
  /** `keeps`: the question that it was composed from, which no other practice keeps yet; else StaleWriteError too. */
  save(change: PracticeChange, options?: { readonly keeps?: QuestionId }): Promise<void>;
};

/** Where practices read what was learned from a question; not what the actor may not see. */
export type QuestionSource = {
  find(actor: Actor, id: string): Promise<{ readonly communityId: CommunityId; readonly learned: Learned } | undefined>;
};

/** What rules ask about people and communities. */
export type PractitionerReader = {
  /** How the actor relates to a community, or `undefined` when they cannot see it. */
  inCommunity(actor: Actor, id: CommunityId): Promise<Practitioner | undefined>;
  /** How the actor relates to a practice that they can see. */
  ofPractice(actor: Actor, practice: Practice): Promise<Practitioner>;
  /** Whether somebody is a member of the community now. */
  isMember(communityId: CommunityId, personId: PersonId): Promise<boolean>;
  /** Whether somebody is a present person of this organisation. */
  isColleague(actor: Actor, personId: PersonId): Promise<boolean>;
};

export type PracticeViews = {
  see(actor: Actor, id: PracticeId): Promise<PracticeView | undefined>;
  list(actor: Actor, query: PracticesQuery): Promise<PracticePage>;
  versions(
    id: PracticeId,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<VersionPage>;
  version(id: PracticeId, version: number): Promise<PracticeText | undefined>;
};

/** What the use cases of this slice are given. */
export type PracticeDeps = {
  readonly practices: PracticeStore;
  readonly practitioners: PractitionerReader;
  readonly practiceViews: PracticeViews;
  readonly newId: () => string;
  readonly now: () => Date;
};
