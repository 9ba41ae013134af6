import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps, QuestionThreads } from './ports.ts';

type Deps = Pick<QuestionDeps, 'questionViews'> & { readonly threads: Pick<QuestionThreads, 'find'> };
type InThread = { readonly question: QuestionView; readonly message: string | undefined };

/** The question that a thread is about, if the actor may see it, and the message that shows it there. */
export async function findInThread(
  { questionViews, threads }: Deps,
  actor: Actor,
  { thread }: { readonly thread: string },
): Promise<Result<InThread, 'no-such-question'>> {
  const shown = await threads.find(actor.organisationId, thread);
  const question = shown && (await questionViews.see(actor, shown.questionId));
  return question ? ok({ question, message: shown.message }) : refuse('no-such-question');
}
