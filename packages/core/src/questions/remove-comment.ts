import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { type OfQuestion, withQuestion } from './with-question.ts';
import { removeComment as remove } from './comment.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Takes a comment away. */
export async function removeComment(
  deps: QuestionDeps,
  actor: Actor,
  of: OfQuestion & { readonly commentId: string },
): Promise<Result<QuestionView, 'no-such-question' | 'no-such-comment' | 'not-allowed'>> {
  return withQuestion(deps, actor, of, async ({ question, by, comment }) => {
    const removed = remove(question, by, comment);
    if (removed.ok) await deps.questions.removeComment(question, removed.value, deps.now());
    return removed;
  });
}
