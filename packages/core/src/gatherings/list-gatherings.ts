import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { OccurrencePage, OccurrencesQuery } from './contract.ts';
import type { GatheringDeps } from './ports.ts';

/** The dates that the actor may see: what is to come in its order, or what has been, the latest first. */
export async function listGatherings(
  { gatheringViews }: Pick<GatheringDeps, 'gatheringViews'>,
  actor: Actor,
  query: OccurrencesQuery,
): Promise<Result<OccurrencePage>> {
  return ok(await gatheringViews.list(actor, query));
}
