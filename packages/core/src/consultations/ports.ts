import type { PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import type { Candidate, Consultation, ConsultationChange } from './consultation.ts';

/** What has to be known of a question to find those who know. */
export type Puzzle = {
  readonly questionId: QuestionId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly title: string;
  readonly topics: readonly string[];
  /** Whether somebody is still looked for: it is open, and nobody has answered. */
  readonly open: boolean;
  /**
   * Whoever asked by name, under any of their accounts. Whoever asked without one is asked for help like anybody else:
   * who of those who know is missing, and how few were asked, would tell who it is.
   */
  readonly askers: ReadonlySet<string>;
};

export type ConsultationStore = {
  find(questionId: QuestionId): Promise<Consultation | undefined>;
  /** Throws StaleWriteError where somebody else, or another process, was first. */
  save(change: ConsultationChange, at: Date): Promise<void>;
  puzzle(questionId: QuestionId): Promise<Puzzle | undefined>;
  /** Questions whose next round is due. */
  due(now: Date, limit: number): Promise<readonly QuestionId[]>;
  /** Whether the actor may see the question that it is about. */
  maySee(actor: Actor, questionId: QuestionId): Promise<boolean>;
  canHelp(communityId: CommunityId, personId: PersonId): Promise<boolean>;
  /** Whoever the actor has passed it on to. */
  helperOf(consultation: Consultation, personId: PersonId): Promise<PersonCardRow | undefined>;
};

/** People who may know, the best first, without those who are not to be asked. At most `limit`. */
export type RankExperts = (puzzle: Puzzle, now: Date, limit: number) => Promise<readonly Candidate[]>;

export type SnoozeStore = {
  snooze(personId: PersonId, topic: string, until: Date, now: Date): Promise<void>;
  of(personId: PersonId, now: Date): Promise<readonly { readonly topic: string; readonly until: Date }[]>;
};
