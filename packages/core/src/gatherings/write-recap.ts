import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView, WriteRecapInput } from './contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Refusal = 'no-such-gathering' | 'not-allowed' | 'gathering-cancelled' | 'not-begun' | 'changed-meanwhile';

/**
 * Writes what came of a gathering, or writes it anew; of two hosts who write at once the second reads first. Whoever came
 * hears of the first one. What stewards have hidden is written anew by nobody but them and whoever wrote it, and stays
 * hidden until they restore it.
 */
export async function writeRecap(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, ifRevision, recap, outcomes }: WriteRecapInput & OfDate & Expecting,
): Promise<Result<OccurrenceView, Refusal>> {
  const now = deps.now();
  return withDate(deps, actor, { occurrenceId }, async (met): Promise<Result<unknown, Refusal>> => {
    if (!allows(met.by.relations, 'write-recap')) return refuse('not-allowed');
    if (met.date.cancelledAt) return refuse('gathering-cancelled');
    if (met.date.startsAt > now) return refuse('not-begun');
    if (isStale(ifRevision, met.date)) return refuse('changed-meanwhile');
    const seen = await deps.gatheringViews.see(actor, occurrenceId);
    if (seen?.recapHidden && !seen.withheld?.recap) return refuse('not-allowed');
    await deps.records.writeRecap(met, { recap, outcomes }, now);
    return ok(undefined);
  });
}
