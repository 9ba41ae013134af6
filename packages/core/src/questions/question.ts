import { excerpt } from '../kernel/markdown.ts';
import { type Change, change } from '../kernel/change.ts';
import type { AnswerId, CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type Author, named } from '../trust/authorship.ts';
import type { QuestionEvent } from './events.ts';
import { allows, type QuestionAction, type Relation } from './permission.ts';
import type { CloseReason, QuestionVisibility } from './state.ts';

/** What is read; a change of title or details keeps the earlier text. */
export type QuestionText = {
  readonly title: string;
  readonly details: string;
  readonly topics: readonly string[];
  readonly visibility: QuestionVisibility;
};

export type Closing = { readonly at: Date; readonly reason: CloseReason; readonly note: string | undefined };

/** A question as its rules see it. Answers are added beside it and counted by the store; see answer.ts. */
export type Question = QuestionText & {
  readonly id: QuestionId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly author: Author;
  readonly askedAt: Date;
  readonly activeAt: Date;
  readonly editedAt: Date | undefined;
  /** Nobody where it was whoever asked without a name. */
  readonly editedBy: PersonId | undefined;
  readonly accepted: { readonly answerId: AnswerId; readonly at: Date } | undefined;
  readonly closed: Closing | undefined;
  readonly duplicateOf: QuestionId | undefined;
  readonly revision: number;
};
export type QuestionChange = Change<Question, QuestionEvent>;

/** Who acts, and how they relate to this question and its community. */
export type Participant = {
  readonly personId: PersonId;
  /** The actor's ids: this one, and those of accounts that were linked with it. */
  readonly selves: readonly PersonId[];
  readonly relations: readonly Relation[];
  /** The community has ended. */
  readonly closed: boolean;
  /** Has said yes to the community's code of conduct. */
  readonly acknowledged: boolean;
  /** Has written anonymously in this question before, and stays anonymous in it. */
  readonly veiled: boolean;
};

type AskRefusal = 'not-taking-part' | 'community-closed' | 'conduct-not-acknowledged';
type Draft = QuestionText & Pick<Question, 'id' | 'organisationId' | 'communityId' | 'author'> & { readonly at: Date };

/** Asks a question in a community that `asker` takes part in. */
export function ask(asker: Participant, { at, ...given }: Draft): Result<QuestionChange, AskRefusal> {
  const why = whyNotWrite(asker, 'ask');
  if (why) return refuse(why);

  const question: Question = {
    ...given,
    askedAt: at,
    activeAt: at,
    editedAt: undefined,
    editedBy: undefined,
    accepted: undefined,
    closed: undefined,
    duplicateOf: undefined,
    revision: 0,
  };
  return ok(change(question, { type: 'question.asked', ...about(question), ...named(question.author) }));
}

/** Why somebody may not write here, or nothing when they may. */
export function whyNotWrite(writer: Participant, action: Extract<QuestionAction, 'ask' | 'answer' | 'comment'>) {
  if (!allows(writer.relations, action)) return 'not-taking-part';
  if (writer.closed) return 'community-closed';
  return writer.acknowledged ? undefined : 'conduct-not-acknowledged';
}

type Edit = { readonly [Field in keyof QuestionText]?: QuestionText[Field] | undefined } & { readonly at: Date };

/** Changes a question; the store keeps the earlier text. An edit that changes nothing announces nothing. */
export function edit(
  question: Question,
  by: Participant,
  { at, ...wanted }: Edit,
): Result<QuestionChange | undefined, 'not-allowed' | 'community-closed'> {
  if (!allows(by.relations, 'edit')) return refuse('not-allowed');
  if (by.closed) return refuse('community-closed');

  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const edited: Question = { ...question, ...given };
  const rewritten = edited.title !== question.title || edited.details !== question.details;
  const sorted = edited.topics.join('\n') !== question.topics.join('\n') || edited.visibility !== question.visibility;
  if (!rewritten && !sorted) return ok(undefined);

  const unnamed = question.author.sealed !== undefined && by.relations.includes('asker');
  const editedBy = unnamed ? undefined : by.personId;
  const state = rewritten ? { ...edited, editedAt: at, editedBy, activeAt: at } : edited;
  return ok(change(state, { type: 'question.edited', ...about(question) }));
}

/** Says that no more answers are looked for, and why. What was answered stays. */
export function close(
  question: Question,
  by: Participant,
  { at, reason, note }: Closing,
): Result<QuestionChange, 'not-allowed' | 'already-so'> {
  if (!allows(by.relations, 'close')) return refuse('not-allowed');
  if (question.closed || question.duplicateOf) return refuse('already-so');

  const state = { ...question, closed: { at, reason, note: note || undefined }, activeAt: at };
  return ok(change(state, { type: 'question.closed', reason, ...about(question) }));
}

/** Looks for answers again, whether it was closed or linked to another question. */
export function reopen(
  question: Question,
  by: Participant,
  { at }: { readonly at: Date },
): Result<QuestionChange, 'not-allowed' | 'already-so'> {
  if (!allows(by.relations, 'reopen')) return refuse('not-allowed');
  if (!question.closed && !question.duplicateOf) return refuse('already-so');

  const state = { ...question, closed: undefined, duplicateOf: undefined, activeAt: at };
  return ok(change(state, { type: 'question.reopened', ...about(question) }));
}

/**
 * Links a question to the one that has its answer.
 *
 * `original` is the one that stands: where the other is itself linked, the caller follows it, so that a reader needs one
 * step and no circle can come about.
 */
export function markDuplicate(
  question: Question,
  by: Participant,
  { original, at }: { readonly original: Pick<Question, 'id' | 'duplicateOf'> | undefined; readonly at: Date },
): Result<QuestionChange, 'not-allowed' | 'already-so' | 'same-question' | 'no-such-question'> {
  if (!allows(by.relations, 'mark-duplicate')) return refuse('not-allowed');
  if (!original) return refuse('no-such-question');
  const ofQuestionId = original.duplicateOf ?? original.id;
  if (ofQuestionId === question.id || original.id === question.id) return refuse('same-question');
  if (question.duplicateOf === ofQuestionId) return refuse('already-so');

  const state = { ...question, duplicateOf: ofQuestionId, activeAt: at };
  return ok(change(state, { type: 'question.marked-duplicate', ofQuestionId, ...about(question) }));
}

/** Where somebody wants to move a question: the community, and how they relate to it; nothing if they cannot see it. */
export type Destination = { readonly communityId: CommunityId; readonly by: Participant };

/**
 * Moves a question with all its answers to where it is better understood.
 *
 * Whoever moves it takes part there: one does not leave questions on others' doorsteps.
 */
export function move(
  question: Question,
  by: Participant,
  { to, at }: { readonly to: Destination | undefined; readonly at: Date },
): Result<QuestionChange, 'not-allowed' | 'already-so' | 'no-such-community' | 'not-taking-part' | 'community-closed'> {
  if (!allows(by.relations, 'move')) return refuse('not-allowed');
  if (!to) return refuse('no-such-community');
  if (to.communityId === question.communityId) return refuse('already-so');
  if (!allows(to.by.relations, 'ask')) return refuse('not-taking-part');
  if (to.by.closed) return refuse('community-closed');

  const state = { ...question, communityId: to.communityId, activeAt: at };
  return ok(change(state, { type: 'question.moved', fromCommunityId: question.communityId, ...about(state) }));
}

/** What every fact about a question carries. */
export const about = ({ id, communityId }: Pick<Question, 'id' | 'communityId'>) => ({ questionId: id, communityId });

/** Characters of plain text that a list shows of a question. */
const SUMMARY = 240;

/** What a list shows of a question: the first words of its details. */
export const questionSummary = ({ details }: Pick<QuestionText, 'details'>) => excerpt(details, SUMMARY);
