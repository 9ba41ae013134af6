import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { SimilarCommunities, SimilarQuery } from './contract.ts';
import type { DiscoveryQueries } from './ports.ts';
import { becauseNear, NEAR_ENOUGH, nearness } from './reason.ts';

type Deps = { readonly discovery: Pick<DiscoveryQueries, 'near'> };

const SHOWN = 5;
const LOOKED_AT = 30;

/** Communities so near to what somebody is about to found that joining may be better, the nearest first; at most 5. */
export async function findSimilar(
  { discovery }: Deps,
  actor: Actor,
  draft: SimilarQuery,
): Promise<Result<SimilarCommunities>> {
  const near = await discovery.near(actor, draft, LOOKED_AT);
  const items = near
    .filter((one) => nearness(one) >= NEAR_ENOUGH)
    .sort((a, b) => nearness(b) - nearness(a))
    .slice(0, SHOWN)
    .map((one) => ({ community: one.community, because: becauseNear(one) }));
  return ok({ items });
}
