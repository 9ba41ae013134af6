import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type OfQuestion, withQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import { marksOf } from './mark.ts';
import type { QuestionDeps } from './ports.ts';
import { about } from './question.ts';

/** Takes back that the actor has the same question. */
export async function takeBackMeToo(
  deps: QuestionDeps,
  actor: Actor,
  { questionId }: OfQuestion,
): Promise<Result<QuestionView, 'no-such-question'>> {
  const { questions, sealing, now } = deps;
  return withQuestion(deps, actor, { questionId }, async ({ question }) => {
    const { id, organisationId } = question;
    const { meToo: marks } = marksOf(sealing, actor.personId, id);
    const events = [{ type: 'question.me-too-taken-back', ...about(question) } as const];
    await questions.takeBackMeToo(id, { marks, events }, { organisationId, at: now() });
    return ok(undefined);
  });
}
