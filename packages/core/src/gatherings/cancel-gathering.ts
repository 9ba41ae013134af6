import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CancelGatheringInput, OccurrenceView } from './contract.ts';
import { cancel } from './gathering.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfSeries, withSeries } from './with-series.ts';

/** Calls off a gathering with all its dates to come. */
export async function cancelGathering(
  deps: GatheringDeps,
  actor: Actor,
  { gatheringId, ifRevision, reason }: CancelGatheringInput & OfSeries,
): Promise<Result<OccurrenceView, 'not-allowed' | 'no-such-gathering' | 'changed-meanwhile'>> {
  return withSeries(deps, actor, { gatheringId, ifRevision }, ({ gathering, by }, ahead) =>
    cancel(gathering, ahead, by, { reason: reason || undefined, at: deps.now() }),
  );
}
