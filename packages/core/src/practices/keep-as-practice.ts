import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { compose } from './composing.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps, QuestionSource } from './ports.ts';

type Deps = PracticeDeps & { readonly questionSource: QuestionSource };
type KeepRefusal = 'no-such-question' | 'not-taking-part' | 'community-closed' | 'no-accepted-answer' | 'already-kept';

/** Keeps what was learned from a question as a draft practice, with credit to everybody who spoke by name. */
export async function keepAsPractice(
  { practices, practitioners, practiceViews, questionSource, newId, now }: Deps,
  actor: Actor,
  { questionId }: { readonly questionId: string },
): Promise<Result<PracticeView, KeepRefusal>> {
  const found = await questionSource.find(actor, questionId);
  const keeper = found && (await practitioners.inCommunity(actor, found.communityId));
  if (!found || !keeper) return refuse('no-such-question');

  const { communityId, learned } = found;
  const id = newId() as PracticeId;
  const composed = compose(keeper, learned, { id, organisationId: actor.organisationId, communityId, at: now() });
  if (!composed.ok) return composed;

  await practices.save(composed.value, { keeps: learned.id });
  return ok((await practiceViews.see(actor, id)) as PracticeView);
}
