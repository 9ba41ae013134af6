import type { Actor } from '../kernel/actor.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QuestionDeps, QuestionThreads } from './ports.ts';

type Deps = Pick<QuestionDeps, 'questionViews'> & { readonly threads: Pick<QuestionThreads, 'note'> };
type Asked = { readonly questionId: string; readonly thread: string; readonly message?: string | undefined };

/** Remembers that a question is shown in a thread, so that a reply there can be an answer. */
export async function noteThread(
  { questionViews, threads }: Deps,
  actor: Actor,
  { questionId, thread, message }: Asked,
): Promise<Result<true, 'no-such-question'>> {
  const question = await questionViews.see(actor, questionId);
  if (!question) return refuse('no-such-question');
  await threads.note(actor.organisationId, thread, { questionId: question.id as QuestionId, message });
  return ok(true);
}
