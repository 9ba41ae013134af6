import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type OfQuestion, withQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import { marksOf } from './mark.ts';
import { allows } from './permission.ts';
import type { QuestionDeps } from './ports.ts';
import { about } from './question.ts';

/** Says that the actor has the same question. The asker has it anyway, so for them nothing changes. */
export async function haveThisToo(
  deps: QuestionDeps,
  actor: Actor,
  { questionId }: OfQuestion,
): Promise<Result<QuestionView, 'no-such-question' | 'not-allowed'>> {
  const { questions, sealing, now } = deps;
  return withQuestion(deps, actor, { questionId }, async ({ question, by }) => {
    if (by.relations.includes('asker')) return ok(undefined);
    if (!allows(by.relations, 'me-too')) return refuse('not-allowed');

    const { id, organisationId } = question;
    const { meToo: marks } = marksOf(sealing, actor.personId, id);
    const sealed = sealing.seal(actor.personId, `me-too ${id}`);
    const events = [{ type: 'question.me-too', ...about(question) } as const];
    await questions.addMeToo(id, { marks, sealed, events }, { organisationId, at: now() });
    return ok(undefined);
  });
}
