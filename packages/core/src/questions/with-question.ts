import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QuestionView } from './contract.ts';
import type { Parts, QuestionDeps, Situation } from './ports.ts';

export type OfQuestion = { readonly questionId: string };
export type OfAnswer = OfQuestion & { readonly answerId: string };
/** Said where others have read who says it: in the thread of the question in Teams. */
export type Openly = { readonly openly?: boolean };

/**
 * What every use case about one question does: load it as the actor meets it, let `work` decide and save, and show it as
 * the actor now sees it.
 */
export async function withQuestion<Reason extends string>(
  { questions, questionViews }: Pick<QuestionDeps, 'questions' | 'questionViews'>,
  actor: Actor,
  { questionId, ...parts }: OfQuestion & Parts,
  work: (situation: Situation) => Promise<Result<unknown, Reason>>,
): Promise<Result<QuestionView, Reason | 'no-such-question'>> {
  const situation = await questions.find(actor, questionId, parts);
  if (!situation) return refuse('no-such-question');

  const done = await work(situation);
  if (!done.ok) return done;
  const view = await questionViews.see(actor, questionId);
  return view ? ok(view) : refuse('no-such-question');
}
