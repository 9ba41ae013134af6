import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { AuditPage } from './contract.ts';
import { allows } from './permission.ts';
import type { Paging, TrustDeps } from './ports.ts';

/** What stewards of the community did, the newest first; for those who may do the same. */
export async function listAudit(
  { conducts, trustViews }: Pick<TrustDeps, 'conducts' | 'trustViews'>,
  actor: Actor,
  { communityId, ...paging }: Paging & { readonly communityId: string },
): Promise<Result<AuditPage, 'no-such-community' | 'not-allowed'>> {
  const found = await conducts.find(actor, communityId);
  if (!found) return refuse('no-such-community');
  if (!allows(found.standing.capacities, 'moderate')) return refuse('not-allowed');
  return ok(await trustViews.audit(actor, found.standing.communityId, paging));
}
