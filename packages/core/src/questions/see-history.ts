import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfQuestion } from './with-question.ts';
import type { QuestionHistory } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Every text that the question and its answers had. */
export async function seeHistory(
  { questionViews }: Pick<QuestionDeps, 'questionViews'>,
  actor: Actor,
  { questionId }: OfQuestion,
): Promise<Result<QuestionHistory, 'no-such-question'>> {
  const history = await questionViews.history(actor, questionId);
  return history ? ok(history) : refuse('no-such-question');
}
