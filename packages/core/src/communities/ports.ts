import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, PersonId } from '../kernel/ids.ts';
import type { Community, CommunityChange, Founding, Situation } from './community.ts';
import type { ConnectionKind } from './connection.ts';
import type {
  CommunityPage,
  CommunityView,
  DirectoryQuery,
  InvitationPage,
  MemberPage,
  MembersQuery,
  RequestPage,
  TopicCounts,
} from './contract.ts';
import type { Membership, MembershipMove } from './membership.ts';

/** Loads and saves communities. What the actor may not see does not exist for them. */
export type CommunityStore = {
  find(actor: Actor, id: string): Promise<Situation | undefined>;
  /** Whether another living community that others can read of bears this name, however it is written. */
  isNameTaken(community: Pick<Community, 'organisationId' | 'name'> & { readonly id?: CommunityId }): Promise<boolean>;
  /** The community that meets in a place, whether or not anybody may see it. */
  meetsAt(actor: Actor, kind: ConnectionKind, externalId: string): Promise<CommunityId | undefined>;
  /** Saves the community with its founder. Throws StaleWriteError when somebody took the name a moment ago. */
  found(founding: Founding): Promise<void>;
  /** `claimsName`: throws StaleWriteError as well when somebody took the name a moment ago. */
  save(change: CommunityChange, options: { readonly claimsName: boolean; readonly at: Date }): Promise<void>;
};

export type MembershipStore = {
  find(communityId: CommunityId, personId: string): Promise<Membership | undefined>;
  save(move: MembershipMove, at: Date): Promise<void>;
};

/** Somebody of the organisation who could be invited. */
export type Invitee = { readonly personId: PersonId; readonly guest: boolean };

export type CommunityViews = {
  see(actor: Actor, id: string): Promise<CommunityView | undefined>;
  /** For whoever has just acted in it, also where that took it out of their sight. */
  seeOnceMore(actor: Actor, id: string): Promise<CommunityView | undefined>;
  seeAt(actor: Actor, kind: ConnectionKind, externalId: string): Promise<CommunityView | undefined>;
  list(actor: Actor, query: DirectoryQuery): Promise<CommunityPage>;
  countTopics(actor: Actor): Promise<TopicCounts>;
};

export type Paging = { readonly cursor?: string | undefined; readonly limit: number };

export type MemberViews = {
  list(situation: Situation, query: MembersQuery): Promise<MemberPage>;
  requests(communityId: CommunityId, paging: Paging): Promise<RequestPage>;
  /** `by`: only those that this person sent. */
  invitations(
    communityId: CommunityId,
    paging: Paging & { readonly by: PersonId | undefined },
  ): Promise<InvitationPage>;
};

/** What the use cases of this slice are given. */
export type CommunityDeps = {
  readonly communities: CommunityStore;
  readonly memberships: MembershipStore;
  readonly communityViews: CommunityViews;
  readonly memberViews: MemberViews;
  readonly findInvitee: (actor: Actor, personId: string) => Promise<Invitee | undefined>;
  readonly newId: () => string;
  readonly now: () => Date;
};
