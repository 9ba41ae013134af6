import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { choose, type ChoiceRefusal } from './choice.ts';
import type { ChoosePublicationInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import type { PublicationView } from './view-contract.ts';

/** Says what becomes of a practice and a page that were both changed. */
export async function chooseText(
  { practices, practitioners, publications, publicationViews, now }: PublishingDeps,
  actor: Actor,
  { practiceId, ...chosen }: ChoosePublicationInput & { readonly practiceId: string },
): Promise<Result<PublicationView, ChoiceRefusal | 'no-such-practice'>> {
  const id = practiceId as PracticeId;
  const practice = await practices.find(actor, id);
  if (!practice) return refuse('no-such-practice');

  const [publication, by] = await Promise.all([publications.find(id), practitioners.ofPractice(actor, practice)]);
  if (!publication) return refuse('choice-outdated');
  const at = now();
  const chose = choose(publication, { practice, by, chosen, at });
  if (!chose.ok) return chose;
  await publications.save(chose.value, { at });
  return ok((await publicationViews.see(actor, id)) as PublicationView);
}
