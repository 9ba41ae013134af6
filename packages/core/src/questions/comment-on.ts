import type { Actor } from '../kernel/actor.ts';
import type { CommentId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import { authorOf } from '../trust/authorship.ts';
import { type OfQuestion, type Openly, withQuestion } from './with-question.ts';
import { comment } from './comment.ts';
import type { CommentInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

type CommentRefusal =
  | 'no-such-question'
  | 'no-such-answer'
  | 'not-taking-part'
  | 'community-closed'
  | 'conduct-not-acknowledged';

/** Comments on a question or an answer. Whoever asked or answered anonymously comments so, unless they do it `openly`. */
export async function commentOn(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, answerId, text, openly = false }: CommentInput & OfQuestion & Openly,
): Promise<Result<QuestionView, CommentRefusal>> {
  const { questions, sealing, newId, now } = deps;
  return withQuestion(
    deps,
    actor,
    { questionId, answerId },
    async ({ question, by, answer }): Promise<Result<unknown, CommentRefusal>> => {
      if (answerId !== undefined && !answer) return refuse('no-such-answer');
      const id = newId() as CommentId;
      const author = authorOf(sealing, actor.personId, { itemId: id, anonymous: by.veiled && !openly });
      const made = comment(question, by, { id, answerId: answer?.id, author, text, at: now() });
      if (made.ok) await questions.addComment(question, made.value);
      return made;
    },
  );
}
