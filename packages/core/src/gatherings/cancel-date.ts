import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CancelGatheringInput, OccurrenceView } from './contract.ts';
import { cancelOccurrence } from './occurrence.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

/** Calls off one date; the others of the series take place. */
export async function cancelDate(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, reason }: CancelGatheringInput & OfDate,
): Promise<Result<OccurrenceView, 'not-allowed' | 'no-such-gathering' | 'gathering-over'>> {
  return withDate(deps, actor, { occurrenceId }, async ({ gathering, date, by }) => {
    const changed = cancelOccurrence(gathering, date, by, { reason: reason || undefined, at: deps.now() });
    if (changed.ok && changed.value) await deps.gatherings.saveDate(gathering, changed.value);
    return changed;
  });
}
