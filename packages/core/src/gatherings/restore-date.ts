import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import { restoreOccurrence, type RestoreRefusal } from './occurrence.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

/** Puts back one date that was called off. */
export async function restoreDate(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId }: OfDate,
): Promise<Result<OccurrenceView, RestoreRefusal | 'no-such-gathering'>> {
  return withDate(deps, actor, { occurrenceId }, async ({ gathering, date, by }) => {
    const changed = restoreOccurrence(gathering, date, by, deps.now());
    if (changed.ok && changed.value) await deps.gatherings.saveDate(gathering, changed.value);
    return changed;
  });
}
