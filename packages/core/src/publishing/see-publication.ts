import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PublishingDeps } from './ports.ts';
import type { PublicationView } from './view-contract.ts';

/** How it stands with the page of a practice, if the actor may see the practice. */
export async function seePublication(
  { publicationViews }: Pick<PublishingDeps, 'publicationViews'>,
  actor: Actor,
  { practiceId }: { readonly practiceId: string },
): Promise<Result<PublicationView, 'no-such-practice'>> {
  const view = await publicationViews.see(actor, practiceId as PracticeId);
  return view ? ok(view) : refuse('no-such-practice');
}
