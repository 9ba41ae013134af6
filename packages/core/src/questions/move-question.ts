import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfQuestion } from './with-question.ts';
import type { MoveQuestionInput, QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { move } from './question.ts';

type MoveRefusal =
  | 'no-such-question'
  | 'changed-meanwhile'
  | 'not-allowed'
  | 'already-so'
  | 'no-such-community'
  | 'not-taking-part'
  | 'community-closed';

/** Moves a question to another community that the actor takes part in. */
export async function moveQuestion(
  deps: QuestionDeps,
  actor: Actor,
  { questionId, ifRevision, toCommunityId }: MoveQuestionInput & OfQuestion & Expecting,
): Promise<Result<QuestionView, MoveRefusal>> {
  const to = await deps.questions.destination(actor, toCommunityId);
  return changeQuestion(deps, actor, { questionId, ifRevision }, ({ question, by }) =>
    move(question, by, { to, at: deps.now() }),
  );
}
