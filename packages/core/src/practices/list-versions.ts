import type { Actor } from '../kernel/actor.ts';
import type { PracticeId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { VersionPage } from './contract.ts';
import type { PracticeDeps } from './ports.ts';

type Input = { readonly practiceId: string; readonly cursor?: string | undefined; readonly limit: number };

/** The versions of a practice that the actor may see, the newest first. */
export async function listVersions(
  { practices, practiceViews }: Pick<PracticeDeps, 'practices' | 'practiceViews'>,
  actor: Actor,
  { practiceId, ...page }: Input,
): Promise<Result<VersionPage, 'no-such-practice'>> {
  const practice = await practices.find(actor, practiceId as PracticeId);
  return practice ? ok(await practiceViews.versions(practice.id, page)) : refuse('no-such-practice');
}
