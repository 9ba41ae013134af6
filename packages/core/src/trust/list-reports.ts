import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ModerationPage } from './contract.ts';
import { allows } from './permission.ts';
import type { Paging, TrustDeps } from './ports.ts';

/** What was reported and nobody has answered yet, the longest waiting first. */
export async function listReports(
  { conducts, trustViews }: Pick<TrustDeps, 'conducts' | 'trustViews'>,
  actor: Actor,
  { communityId, ...paging }: Paging & { readonly communityId: string },
): Promise<Result<ModerationPage, 'no-such-community' | 'not-allowed'>> {
  const found = await conducts.find(actor, communityId);
  if (!found) return refuse('no-such-community');
  if (!allows(found.standing.capacities, 'moderate')) return refuse('not-allowed');
  return ok(await trustViews.queue(actor, found.standing.communityId, paging));
}
