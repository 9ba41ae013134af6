import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QuestionDeps } from './ports.ts';
import type { QuestionThreads } from './thread-store.ts';

type Deps = Pick<QuestionDeps, 'questionViews'> & { readonly threads: Pick<QuestionThreads, 'note'> };

/** Remembers that a question is shown at the head of a thread, so that a reply there can be an answer. */
export async function noteThread(
  { questionViews, threads }: Deps,
  actor: Actor,
  { questionId, thread }: { readonly questionId: string; readonly thread: string },
): Promise<Result<true, 'no-such-question'>> {
  const question = await questionViews.see(actor, questionId);
  if (!question) return refuse('no-such-question');
  await threads.note(actor.organisationId, thread, question.id as Parameters<QuestionThreads['note']>[2]);
  return ok(true);
}
