import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PublishingDeps } from './ports.ts';
import { withdraw } from './publication.ts';
import type { PublicationView } from './view-contract.ts';

type Refusal = 'no-such-practice' | 'not-allowed' | 'already-so';

/** Cuts the link between a practice and its page. The page stays as it is: it belongs to the space. */
export async function withdrawPublication(
  { practices, practitioners, publications, publicationViews, now }: PublishingDeps,
  actor: Actor,
  { practiceId }: { readonly practiceId: string },
): Promise<Result<PublicationView, Refusal>> {
  const id = practiceId as PracticeId;
  const practice = await practices.find(actor, id);
  if (!practice) return refuse('no-such-practice');

  const [publication, by] = await Promise.all([publications.find(id), practitioners.ofPractice(actor, practice)]);
  const withdrawn = withdraw(publication, by);
  if (!withdrawn.ok) return withdrawn;
  await publications.save(withdrawn.value, { at: now() });
  return ok((await publicationViews.see(actor, id)) as PublicationView);
}
