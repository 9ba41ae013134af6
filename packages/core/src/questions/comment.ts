import type { CommentId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { named } from '../trust/authorship.ts';
import type { Addition, NewComment } from './answer.ts';
import { allows } from './permission.ts';
import { about, type Participant, type Question, whyNotWrite } from './question.ts';

export type CommentHead = { readonly id: CommentId; readonly by: PersonId | undefined };

/** Comments on a question or one of its answers. A closed question can be commented on: how else would one object? */
export function comment(
  question: Question,
  by: Participant,
  given: NewComment,
): Result<Addition<NewComment>, 'not-taking-part' | 'community-closed' | 'conduct-not-acknowledged'> {
  const why = whyNotWrite(by, 'comment');
  if (why) return refuse(why);

  const { id: commentId, answerId, author } = given;
  const on = answerId ? { answerId } : {};
  return ok({
    item: given,
    events: [{ type: 'comment.made', commentId, ...on, ...about(question), ...named(author) }],
  });
}

/** Takes a comment away: one's own, or anyone's for those who keep the community's knowledge in order. */
export function removeComment(
  question: Question,
  by: Participant,
  given: CommentHead | undefined,
): Result<Addition<CommentHead>, 'no-such-comment' | 'not-allowed'> {
  if (!given) return refuse('no-such-comment');
  const own = given.by !== undefined && by.selves.includes(given.by);
  if (!own && !allows(by.relations, 'remove-any-comment')) return refuse('not-allowed');

  return ok({ item: given, events: [{ type: 'comment.removed', commentId: given.id, ...about(question) }] });
}
