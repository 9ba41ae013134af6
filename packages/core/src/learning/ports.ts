import type { CommunityStore } from '../communities/ports.ts';
import type { Actor } from '../kernel/actor.ts';
import type {
  CircleId,
  CommunityId,
  MentoringRequestId,
  MentorshipId,
  OrganisationId,
  PersonId,
} from '../kernel/ids.ts';
import type { Circle, CircleChange } from './circle.ts';
import type { CirclePage, CommunityMentoringView, MyMentoringView, OffersQuery, OfferView } from './contract.ts';
import type { Rhythm } from './mentoring.ts';
import type { Mentorship, MentorshipChange } from './mentorship.ts';
import type { Mentor, Seeker } from './pairing.ts';
import type { MentoringRequest, RequestChange } from './request.ts';

/** What somebody offers as a mentor in a community. */
export type Offer = {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly topics: readonly string[];
  readonly room: number;
  readonly rhythm: Rhythm;
  readonly note: string;
  readonly pausedUntil: Date | undefined;
};

export type MentoringStore = {
  offer(offer: Offer, now: Date): Promise<void>;
  /** Takes an offer back; whom the person is a mentor of already stays. Answers whether there was one. */
  withdrawOffer(communityId: CommunityId, personId: PersonId): Promise<boolean>;
  findRequest(id: MentoringRequestId): Promise<MentoringRequest | undefined>;
  isServiceAccount(personId: PersonId): Promise<boolean>;
  /** By whose clock the person's days are. */
  timeZoneOf(personId: PersonId): Promise<string>;
  /** Whether the person offers to be a mentor in this community, and is still a member of it. */
  offers(communityId: CommunityId, personId: PersonId): Promise<boolean>;
  /** Whether the person looks for a mentor in this community already. */
  looks(communityId: CommunityId, personId: PersonId): Promise<boolean>;
  /** Throws StaleWriteError where somebody else was first, or the person looks for a mentor there already. */
  saveRequest(change: RequestChange, now: Date): Promise<void>;
  /**
   * Saves that a mentor agreed and what begins with it, or answers why that cannot be: no room is left, or one of the two
   * is no member any more or keeps apart from the other.
   */
  agree(
    request: MentoringRequest,
    mentorship: Mentorship,
    now: Date,
  ): Promise<'no-room' | 'no-longer-looking' | undefined>;
  /** Mentors with room and people who look for one, in one community. */
  board(communityId: CommunityId, now: Date): Promise<{ readonly mentors: Mentor[]; readonly seekers: Seeker[] }>;
  /** Requests whose mentor has not answered in time, or is not there any more. */
  silent(now: Date, limit: number): Promise<readonly MentoringRequestId[]>;
  /** Tells where somebody looks and a mentor is back from a pause or an absence; each return once. */
  tellReturns(now: Date): Promise<void>;
};

export type MentorshipStore = {
  /** Only for the two. */
  find(actor: Actor, id: MentorshipId): Promise<Mentorship | undefined>;
  due(now: Date, limit: number): Promise<readonly Mentorship[]>;
  /** Throws StaleWriteError. */
  save(change: MentorshipChange, now: Date): Promise<void>;
};

export type CircleStore = {
  /** Where the actor may see its community. */
  find(actor: Actor, id: CircleId): Promise<Circle | undefined>;
  /** Throws StaleWriteError. */
  save(change: CircleChange, now: Date): Promise<void>;
};

export type LearningViews = {
  offers(
    actor: Actor,
    communityId: CommunityId,
    query: OffersQuery,
  ): Promise<
    Pick<CommunityMentoringView, 'nextCursor' | 'activeCount' | 'mine'> & { readonly items: Omit<OfferView, 'ask'>[] }
  >;
  mine(actor: Actor): Promise<MyMentoringView>;
  circles(
    actor: Actor,
    of: { readonly communityId: CommunityId } | { readonly circleId: CircleId },
    query: OffersQuery,
  ): Promise<CirclePage>;
};

export type LearningDeps = {
  readonly communities: Pick<CommunityStore, 'find'>;
  readonly mentoring: MentoringStore;
  readonly mentorships: MentorshipStore;
  readonly circles: CircleStore;
  readonly learningViews: LearningViews;
  readonly newId: () => string;
  readonly now: () => Date;
};
