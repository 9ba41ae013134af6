import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { rewrite } from './answer.ts';
import { type OfAnswer, withQuestion } from './with-question.ts';
import type { EditAnswerInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Gives the actor's own answer a new text; the earlier one stays in the history. */
export async function editAnswer(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, answerId, text }: EditAnswerInput & OfAnswer,
): Promise<Result<QuestionView, 'no-such-question' | 'no-such-answer' | 'not-the-author' | 'community-closed'>> {
  return withQuestion(deps, actor, { questionId, answerId }, async ({ question, by, answer }) => {
    const rewritten = rewrite(question, by, { answer, text });
    if (rewritten.ok && rewritten.value) await deps.questions.rewriteAnswer(question, rewritten.value, deps.now());
    return rewritten;
  });
}
