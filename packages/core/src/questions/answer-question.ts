import type { Actor } from '../kernel/actor.ts';
import type { AnswerId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { authorOf } from '../trust/authorship.ts';
import { answer } from './answer.ts';
import { type OfQuestion, type Openly, withQuestion } from './with-question.ts';
import type { AnswerInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

type AnswerRefusal =
  | 'no-such-question'
  | 'not-taking-part'
  | 'community-closed'
  | 'conduct-not-acknowledged'
  | 'question-closed';

/**
 * Answers a question. Whoever is anonymous in it stays so, whether or not they think of it; but what is said `openly`, where
 * others have read who says it, carries their name, since a pseudonym beside the same words would give them away.
 */
export async function answerQuestion(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, text, anonymous, openly = false }: AnswerInput & OfQuestion & Openly,
): Promise<Result<QuestionView, AnswerRefusal>> {
  const { questions, sealing, newId, now } = deps;
  return withQuestion(deps, actor, { questionId }, async ({ question, by }) => {
    const id = newId() as AnswerId;
    const author = authorOf(sealing, actor.personId, { itemId: id, anonymous: !openly && (anonymous || by.veiled) });
    const answered = answer(question, by, { id, author, text, at: now() });
    if (answered.ok) await questions.addAnswer(question, answered.value);
    return answered;
  });
}
