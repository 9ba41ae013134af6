import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { SimilarQuestions, SimilarQuestionsQuery } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Questions like the one that somebody is typing, answered ones first. */
export async function findSimilarQuestions(
  { questionViews }: Pick<QuestionDeps, 'questionViews'>,
  actor: Actor,
  query: SimilarQuestionsQuery,
): Promise<Result<SimilarQuestions>> {
  return ok(await questionViews.similar(actor, query));
}
