import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { QueuePublicationInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';
import { prepare, type PrepareRefusal } from './prepare.ts';
import { queue } from './publication.ts';
import type { PublicationView } from './view-contract.ts';

type Refusal = PrepareRefusal | 'being-published' | 'choice-needed' | 'confluence-only';

/**
 * Asks for a practice to be put on a page; the app in Confluence fetches it within minutes. Over a page that was there
 * before, people write themselves: the app may write more than they may, and Confluence must have its say.
 */
export async function queuePublication(
  deps: PublishingDeps,
  actor: Actor,
  wanted: QueuePublicationInput & { readonly practiceId: string },
): Promise<Result<PublicationView, Refusal>> {
  const prepared = await prepare(deps, actor, wanted);
  if (!prepared.ok) return prepared;
  const { practice, publication, request } = prepared.value;

  if (request.onto) return refuse('confluence-only');
  const queued = queue(publication, request);
  if (!queued.ok) return queued;
  if (queued.value) await deps.publications.save(queued.value, { at: request.at });
  return ok((await deps.publicationViews.see(actor, practice.id)) as PublicationView);
}
