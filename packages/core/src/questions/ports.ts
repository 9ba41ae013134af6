import type { Actor } from '../kernel/actor.ts';
import type { AnswerId, OrganisationId, QuestionId } from '../kernel/ids.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { Addition, AnswerHead, NewAnswer, NewComment } from './answer.ts';
import type { CommentHead } from './comment.ts';
import type {
  QuestionHistory,
  QuestionPage,
  QuestionsQuery,
  QuestionView,
  SimilarQuestions,
  SimilarQuestionsQuery,
} from './contract.ts';
import type { QuestionEvent } from './events.ts';
import type { Destination, Participant, Question, QuestionChange } from './question.ts';

/** A question as one actor meets it, with the answer and the comment that were asked for, where they are in it. */
export type Situation = {
  readonly question: Question;
  readonly by: Participant;
  readonly answer: AnswerHead | undefined;
  readonly comment: CommentHead | undefined;
};
export type Parts = { readonly answerId?: string | undefined; readonly commentId?: string | undefined };

/** Something that a person did about one item, so that nobody sees who: see `Sealing`. */
export type Mark = {
  readonly marks: readonly Uint8Array[];
  readonly sealed: Uint8Array;
  readonly events: readonly QuestionEvent[];
};
export type In = { readonly organisationId: OrganisationId; readonly at: Date };

/**
 * Loads and saves questions. What the actor may not see does not exist for them.
 *
 * Everything that adds to a question leaves alone what others add at the same time; only `save` is bound to the revision
 * that was read. All throw StaleWriteError where the rule that allowed it no longer holds.
 */
export type QuestionStore = {
  find(actor: Actor, id: string, parts?: Parts): Promise<Situation | undefined>;
  destination(actor: Actor, communityId: string): Promise<Destination | undefined>;
  ask(change: QuestionChange): Promise<void>;
  save(change: QuestionChange, at: Date): Promise<void>;
  addAnswer(question: Question, addition: Addition<NewAnswer>): Promise<void>;
  rewriteAnswer(question: Question, addition: Addition<AnswerHead>, at: Date): Promise<void>;
  addComment(question: Question, addition: Addition<NewComment>): Promise<void>;
  removeComment(question: Question, addition: Addition<CommentHead>, at: Date): Promise<void>;
  addMeToo(id: QuestionId, mark: Mark, where: In): Promise<void>;
  takeBackMeToo(id: QuestionId, mark: Pick<Mark, 'marks' | 'events'>, where: In): Promise<void>;
  addHelped(id: AnswerId, mark: Pick<Mark, 'marks' | 'events'>, where: In): Promise<void>;
  takeBackHelped(id: AnswerId, mark: Pick<Mark, 'marks'>): Promise<void>;
};

export type QuestionViews = {
  see(actor: Actor, id: string): Promise<QuestionView | undefined>;
  list(actor: Actor, query: QuestionsQuery): Promise<QuestionPage>;
  similar(actor: Actor, query: SimilarQuestionsQuery): Promise<SimilarQuestions>;
  history(actor: Actor, id: string): Promise<QuestionHistory | undefined>;
};

/** What is shown in a thread: a question, and the message that shows it, where that is known. */
export type Shown = { readonly questionId: QuestionId; readonly message: string | undefined };

/** Which question is talked about where. A thread is known by its address in the other tool. */
export type QuestionThreads = {
  find(organisationId: OrganisationId, thread: string): Promise<Shown | undefined>;
  /** The question that was shown there last is the one that is talked about. */
  note(organisationId: OrganisationId, thread: string, shown: Shown): Promise<void>;
};

/** What the use cases of this slice are given. */
export type QuestionDeps = {
  readonly questions: QuestionStore;
  readonly questionViews: QuestionViews;
  readonly sealing: Sealing;
  readonly newId: () => string;
  readonly now: () => Date;
};
