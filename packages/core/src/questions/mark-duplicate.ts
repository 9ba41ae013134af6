import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfQuestion } from './with-question.ts';
import type { MarkDuplicateInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { markDuplicate as link } from './question.ts';

type LinkRefusal = 'no-such-question' | 'changed-meanwhile' | 'not-allowed' | 'already-so' | 'same-question';

/** Links a question to another one, which the actor can see and which has its answer. */
export async function markDuplicate(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, ifRevision, ofQuestionId }: MarkDuplicateInput & OfQuestion & Expecting,
): Promise<Result<QuestionView, LinkRefusal>> {
  const other = await deps.questions.find(actor, ofQuestionId);
  return changeQuestion(deps, actor, { questionId, ifRevision }, ({ question, by }) =>
    link(question, by, { original: other?.question, at: deps.now() }),
  );
}
