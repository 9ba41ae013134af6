import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { mayBeHelped } from './answer.ts';
import { type OfAnswer, withQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import { marksOf } from './mark.ts';
import type { QuestionDeps } from './ports.ts';

/** Takes back that an answer helped. */
export async function unmarkHelped(
  deps: QuestionDeps,
  actor: Actor,
  of: OfAnswer,
): Promise<Result<QuestionView, 'no-such-question' | 'no-such-answer' | 'own-answer' | 'not-allowed'>> {
  return withQuestion(deps, actor, of, async ({ question, by, answer }) => {
    const may = mayBeHelped(by, answer);
    const { helped: marks } = marksOf(deps.sealing, actor.personId, question.id);
    if (may.ok) await deps.questions.takeBackHelped(may.value.id, { marks });
    return may;
  });
}
