import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { UnmaskingPage } from './contract.ts';
import type { Paging, TrustDeps } from './ports.ts';

/** For stewards those of the community; for everybody else what was decided about what they wrote themselves. */
export async function listUnmaskings(
  { conducts, trustViews }: Pick<TrustDeps, 'conducts' | 'trustViews'>,
  actor: Actor,
  { communityId, ...paging }: Paging & { readonly communityId: string },
): Promise<Result<UnmaskingPage, 'no-such-community'>> {
  const found = await conducts.find(actor, communityId);
  return found ? ok(await trustViews.unmaskings(actor, found.standing, paging)) : refuse('no-such-community');
}
