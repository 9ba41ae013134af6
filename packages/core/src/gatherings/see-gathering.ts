import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import type { GatheringDeps } from './ports.ts';
import type { OfDate } from './with-date.ts';

/** One date of a gathering, if the actor may see it. */
export async function seeGathering(
  { gatheringViews }: Pick<GatheringDeps, 'gatheringViews'>,
  actor: Actor,
  { occurrenceId }: OfDate,
): Promise<Result<OccurrenceView, 'no-such-gathering'>> {
  const view = await gatheringViews.see(actor, occurrenceId);
  return view ? ok(view) : refuse('no-such-gathering');
}
