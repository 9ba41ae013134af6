import { change } from '../kernel/change.ts';
import type { AnswerId, CommentId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type Author, named } from '../trust/authorship.ts';
import type { QuestionEvent } from './events.ts';
import { allows } from './permission.ts';
import { about, type Participant, type Question, type QuestionChange, whyNotWrite } from './question.ts';

/** An answer as rules see it; `by` is who wrote it, known inside of core even where it is sealed. */
export type AnswerHead = {
  readonly id: AnswerId;
  readonly author: Author;
  readonly by: PersonId | undefined;
  readonly text: string;
  readonly version: number;
};

/** Something new beside a question: it is inserted, and nothing that others write at the same time is touched. */
export type Addition<Item> = { readonly item: Item; readonly events: readonly QuestionEvent[] };
export type NewAnswer = Pick<AnswerHead, 'id' | 'author' | 'text'> & { readonly at: Date };
export type NewComment = {
  readonly id: CommentId;
  readonly answerId: AnswerId | undefined;
  readonly author: Author;
  readonly text: string;
  readonly at: Date;
};

type WriteRefusal = 'not-taking-part' | 'community-closed' | 'conduct-not-acknowledged';

/** Answers a question that still looks for answers. */
export function answer(
  question: Question,
  by: Participant,
  given: NewAnswer,
): Result<Addition<NewAnswer>, WriteRefusal | 'question-closed'> {
  const why = whyNotWrite(by, 'answer');
  if (why) return refuse(why);
  if (!isOpen(question)) return refuse('question-closed');

  const { id: answerId, author } = given;
  return ok({ item: given, events: [{ type: 'answer.given', answerId, ...about(question), ...named(author) }] });
}

/** Whether it still takes answers. An accepted answer does not end a question: a better one may come. */
export const isOpen = ({ closed, duplicateOf }: Pick<Question, 'closed' | 'duplicateOf'>) => !closed && !duplicateOf;

/** Whether the actor wrote it, under this or a former account. */
export const isOwn = ({ by }: Pick<AnswerHead, 'by'>, selves: readonly PersonId[]) =>
  by !== undefined && selves.includes(by);

/** A new text for an answer, which only its author may give it. The same text again changes nothing. */
export function rewrite(
  question: Question,
  by: Participant,
  { answer: given, text }: { readonly answer: AnswerHead | undefined; readonly text: string },
): Result<Addition<AnswerHead> | undefined, 'no-such-answer' | 'not-the-author' | 'community-closed'> {
  if (!given) return refuse('no-such-answer');
  if (!isOwn(given, by.selves)) return refuse('not-the-author');
  if (by.closed) return refuse('community-closed');
  if (given.text === text) return ok(undefined);

  const item = { ...given, text, version: given.version + 1 };
  return ok({ item, events: [{ type: 'answer.edited', answerId: given.id, ...about(question) }] });
}

/**
 * Accepts one answer, replacing any earlier choice.
 *
 * Only the asker knows what solved their problem, so even a coordinator is refused. Accepting the same answer twice
 * changes nothing and announces nothing.
 */
export function accept(
  question: Question,
  by: Participant,
  { answer: given, at }: { readonly answer: AnswerHead | undefined; readonly at: Date },
): Result<QuestionChange | undefined, 'not-the-asker' | 'no-such-answer'> {
  if (!allows(by.relations, 'accept')) return refuse('not-the-asker');
  if (!given) return refuse('no-such-answer');
  if (question.accepted?.answerId === given.id) return ok(undefined);

  const state: Question = { ...question, accepted: { answerId: given.id, at }, activeAt: at };
  const fact = { type: 'answer.accepted', answerId: given.id, ...about(question), ...named(given.author) } as const;
  return ok(change<Question, QuestionEvent>(state, fact));
}

/** Takes the acceptance of this answer back; where it is not the accepted one, nothing changes. */
export function takeBackAcceptance(
  question: Question,
  by: Participant,
  { answer: given, at }: { readonly answer: AnswerHead | undefined; readonly at: Date },
): Result<QuestionChange | undefined, 'not-the-asker' | 'no-such-answer'> {
  if (!allows(by.relations, 'accept')) return refuse('not-the-asker');
  if (!given) return refuse('no-such-answer');
  if (question.accepted?.answerId !== given.id) return ok(undefined);

  const state: Question = { ...question, accepted: undefined, activeAt: at };
  return ok(
    change<Question, QuestionEvent>(state, {
      type: 'answer.acceptance-taken-back',
      answerId: given.id,
      ...about(question),
      ...named(given.author),
    }),
  );
}

/** Whether the actor may say that an answer helped them: any reader but whoever wrote it. */
export function mayBeHelped(
  by: Participant,
  given: AnswerHead | undefined,
): Result<AnswerHead, 'no-such-answer' | 'own-answer' | 'not-allowed'> {
  if (!given) return refuse('no-such-answer');
  if (isOwn(given, by.selves)) return refuse('own-answer');
  return allows(by.relations, 'helped') ? ok(given) : refuse('not-allowed');
}
