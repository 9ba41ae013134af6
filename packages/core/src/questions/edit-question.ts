import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeQuestion } from './change-question.ts';
import type { OfQuestion } from './with-question.ts';
import type { EditQuestionInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { edit } from './question.ts';
import type { Expecting } from '../kernel/revision.ts';

/** Edits a question; its earlier texts stay in the history. */
export async function editQuestion(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, ifRevision, ...wanted }: EditQuestionInput & OfQuestion & Expecting,
): Promise<Result<QuestionView, 'no-such-question' | 'changed-meanwhile' | 'not-allowed' | 'community-closed'>> {
  return changeQuestion(deps, actor, { questionId, ifRevision }, ({ question, by }) =>
    edit(question, by, { ...wanted, at: deps.now() }),
  );
}
