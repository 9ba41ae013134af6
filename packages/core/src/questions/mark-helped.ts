import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { mayBeHelped } from './answer.ts';
import { type OfAnswer, withQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import { marksOf } from './mark.ts';
import type { QuestionDeps } from './ports.ts';
import { about } from './question.ts';

/** Says that an answer helped the actor. It is counted, and nobody can read who said it. */
export async function markHelped(
  deps: QuestionDeps,
  actor: Actor,
  of: OfAnswer,
): Promise<Result<QuestionView, 'no-such-question' | 'no-such-answer' | 'own-answer' | 'not-allowed'>> {
  const { questions, sealing, now } = deps;
  return withQuestion(deps, actor, of, async ({ question, by, answer }) => {
    const may = mayBeHelped(by, answer);
    if (!may.ok) return may;
    const { id: answerId } = may.value;
    const { helped: marks } = marksOf(sealing, actor.personId, question.id);
    const events = [{ type: 'answer.helped', answerId, ...about(question) } as const];
    await questions.addHelped(answerId, { marks, events }, { organisationId: question.organisationId, at: now() });
    return may;
  });
}
