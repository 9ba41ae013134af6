import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OfQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** The whole question with its answers, if the actor may see it. */
export async function seeQuestion(
  { questionViews }: Pick<QuestionDeps, 'questionViews'>,
  actor: Actor,
  { questionId }: OfQuestion,
): Promise<Result<QuestionView, 'no-such-question'>> {
  const view = await questionViews.see(actor, questionId);
  return view ? ok(view) : refuse('no-such-question');
}
