import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { TopicCounts } from './contract.ts';
import type { CommunityDeps } from './ports.ts';

/** The topics of living communities that the actor may see, the most frequent first; at most 100. */
export async function countTopics(
  { communityViews }: Pick<CommunityDeps, 'communityViews'>,
  actor: Actor,
): Promise<Result<TopicCounts>> {
  return ok(await communityViews.countTopics(actor));
}
