import type { CommunityStore } from '../communities/ports.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonCard } from '../kernel/contract.ts';
import type { CommunityId, IntroductionId, OrganisationId, PersonId, RoundId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { Arrangement, ArrangementChange } from './arrangement.ts';
import type { IntroductionPage, IntroductionsView, IntroductionView, MyIntroductionsView } from './contract.ts';
import type { Answer, Part } from './introduction.ts';
import type { Plan, Planning } from './planning.ts';
import type { Introduction, Known, Round } from './round.ts';

export type Wish = {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  readonly team: string | undefined;
  readonly pausedUntil: Date | undefined;
};

export type Standing = {
  readonly arrangement: Arrangement;
  readonly lastNumber: number;
  /** When the last round began that introduced somebody, or may do so yet. */
  readonly lastAt: Date | undefined;
};

/** A plan, what it was made from, and what comes of it. */
export type Made = {
  readonly known: Known;
  readonly plan: Plan;
  readonly introductions: readonly Introduction[];
  readonly tryAt: Date | undefined;
};

export type RoundStore = {
  /** How the community introduces people, and its last round. */
  standing(community: { readonly id: CommunityId; readonly organisationId: OrganisationId }): Promise<Standing>;
  /** Throws StaleWriteError where somebody else arranged it meanwhile. */
  saveArrangement(change: ArrangementChange): Promise<void>;
  /** Begins the round, and moves the time of the next one. Throws StaleWriteError where a round has begun meanwhile. */
  begin(round: Round, nextAt: Date | undefined): Promise<void>;
  /** Communities whose time for a round has come, and which have not been closed. */
  due(now: Date, limit: number): Promise<readonly Arrangement[]>;
  find(id: RoundId): Promise<Round | undefined>;
  /** Rounds that began before `before` and have not been planned: their process died, or their job was lost. */
  unplanned(before: Date, limit: number): Promise<readonly RoundId[]>;
  /** Moves the time of the next round, where it would come too soon. */
  postpone(communityId: CommunityId, nextAt: Date | undefined): Promise<void>;
  /** Whoever is to be introduced now. */
  known(communityId: CommunityId, now: Date): Promise<Known>;
  /**
   * Saves all introductions of a round if its people are still those it was planned for; `false` if they are not. In an
   * organisation one round is saved after the other. Saving what is planned already changes nothing. The next round comes
   * at `tryAt`, where that is earlier.
   */
  savePlan(round: Round, made: Made, now: Date): Promise<boolean>;
};

export type WishStore = {
  save(wish: Wish, now: Date): Promise<void>;
  remove(communityId: CommunityId, personId: PersonId): Promise<void>;
  /** Answers false where the person keeps apart from as many as one may. */
  keepApart(actor: Actor, other: PersonId, now: Date): Promise<boolean>;
  bringTogether(personId: PersonId, other: PersonId): Promise<void>;
  /** Whether this is somebody of the organisation. */
  isPresent(actor: Actor, personId: string): Promise<boolean>;
};

export type IntroductionStore = {
  /**
   * Lets `decide` answer in an introduction of the actor's while nobody else answers in it, and saves what it decides.
   */
  take<Reason extends string>(
    actor: Actor,
    id: IntroductionId,
    now: Date,
    decide: (mine: Part) => Result<Answer | undefined, Reason>,
  ): Promise<Result<Answer | undefined, Reason | 'no-such-introduction'>>;
  /** Asks the people of up to `limit` introductions, whose time has come, whether they have met. Answers how many. */
  ask(now: Date, limit: number): Promise<number>;
};

export type IntroductionViews = {
  inCommunity(actor: Actor, communityId: CommunityId): Promise<Omit<IntroductionsView, 'community' | 'abilities'>>;
  mine(actor: Actor): Promise<Pick<MyIntroductionsView, 'wishes' | 'keptApart'>>;
  list(
    actor: Actor,
    paging: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<IntroductionPage>;
  see(actor: Actor, id: IntroductionId): Promise<IntroductionView | undefined>;
  /** Names for the people of a preview. */
  named(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonCard>>;
};

/** Plans a round; where it would take long, in a thread of its own. */
export type MakePlan = (planning: Planning) => Promise<Plan>;

export type IntroductionDeps = {
  readonly communities: Pick<CommunityStore, 'find'>;
  readonly rounds: RoundStore;
  readonly wishes: WishStore;
  readonly introductions: IntroductionStore;
  readonly introductionViews: IntroductionViews;
  readonly makePlan: MakePlan;
  readonly newId: () => string;
  readonly now: () => Date;
};
