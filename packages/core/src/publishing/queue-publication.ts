import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { QueuePublicationInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import { prepare, type PrepareRefusal } from './prepare.ts';
import { queue } from './publication.ts';
import type { PublicationView } from './view-contract.ts';

type Refusal = PrepareRefusal | 'being-published' | 'choice-needed';

/** Asks for a practice to be put on a page; the app in Confluence fetches it within minutes. */
export async function queuePublication(
  deps: PublishingDeps,
  actor: Actor,
  wanted: QueuePublicationInput & { readonly practiceId: string },
): Promise<Result<PublicationView, Refusal>> {
  const prepared = await prepare(deps, actor, wanted);
  if (!prepared.ok) return prepared;
  const { practice, publication, request } = prepared.value;

  const queued = queue(publication, request);
  if (!queued.ok) return queued;
  if (queued.value) await deps.publications.save(queued.value, { at: request.at });
  return ok((await deps.publicationViews.see(actor, practice.id)) as PublicationView);
}
