import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';

/** One practice, if the actor may see it. */
export async function seePractice(
  { practiceViews }: Pick<PracticeDeps, 'practiceViews'>,
  actor: Actor,
  { practiceId }: { readonly practiceId: string },
): Promise<Result<PracticeView, 'no-such-practice'>> {
  const view = await practiceViews.see(actor, practiceId as PracticeId);
  return view ? ok(view) : refuse('no-such-practice');
}
