import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { QuestionPage, QuestionsQuery } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** The questions that the actor may see; with `mine` those that they asked, the anonymous ones too. */
export async function listQuestions(
  { questionViews }: Pick<QuestionDeps, 'questionViews'>,
  actor: Actor,
  query: QuestionsQuery,
): Promise<Result<QuestionPage>> {
  return ok(await questionViews.list(actor, query));
}
