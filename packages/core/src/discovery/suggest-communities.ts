import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Suggestions } from './contract.ts';
import type { DiscoveryQueries } from './ports.ts';
import { becauseFits } from './reason.ts';

type Deps = { readonly discovery: Pick<DiscoveryQueries, 'fitting'> };

const SHOWN = 6;

/** Communities that may suit the actor, each with its reason; at most 6. */
export async function suggestCommunities({ discovery }: Deps, actor: Actor): Promise<Result<Suggestions>> {
  const fitting = await discovery.fitting(actor, SHOWN);
  return ok({ items: fitting.map((one) => ({ community: one.community, because: becauseFits(one) })) });
}
