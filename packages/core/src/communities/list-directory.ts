import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { CommunityPage, DirectoryQuery } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** The communities that the actor may see: lively and new ones first, or the best match for words. */
export async function listDirectory(
  { communityViews }: Pick<CommunityDeps, 'communityViews'>,
  actor: Actor,
  query: DirectoryQuery,
): Promise<Result<CommunityPage>> {
  return ok(await communityViews.list(actor, query));
}
