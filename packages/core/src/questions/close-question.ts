import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfQuestion } from './with-question.ts';
import type { CloseQuestionInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { close } from './question.ts';

/** Says that no more answers are looked for, and why. */
export async function closeQuestion(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, ifRevision, reason, note }: CloseQuestionInput & OfQuestion & Expecting,
): Promise<Result<QuestionView, 'no-such-question' | 'changed-meanwhile' | 'not-allowed' | 'already-so'>> {
  return changeQuestion(deps, actor, { questionId, ifRevision }, ({ question, by }) =>
    close(question, by, { reason, note, at: deps.now() }),
  );
}
