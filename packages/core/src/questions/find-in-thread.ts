import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import type { QuestionThreads } from './thread-store.ts';

type Deps = Pick<QuestionDeps, 'questionViews'> & { readonly threads: Pick<QuestionThreads, 'find'> };

/** The question that a thread is about, if the actor may see it. */
export async function findInThread(
  { questionViews, threads }: Deps,
  actor: Actor,
  { thread }: { readonly thread: string },
): Promise<Result<QuestionView, 'no-such-question'>> {
  const questionId = await threads.find(actor.organisationId, thread);
  const question = questionId && (await questionViews.see(actor, questionId));
  return question ? ok(question) : refuse('no-such-question');
}
