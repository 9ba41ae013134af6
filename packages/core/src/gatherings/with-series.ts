import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import type { GatheringChange } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import type { GatheringDeps, Met } from './ports.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

export type OfSeries = { readonly gatheringId: string } & Expecting;

/**
 * What use cases that change a whole gathering do: load it with its dates to come, decide, save, and show the next date
 * as the actor now sees it; the last one where none is to come.
 */
export async function withSeries<Reason extends string>(
  { gatherings, gatheringViews, now }: GatheringDeps,
  actor: Actor,
  { gatheringId, ifRevision }: OfSeries,
  rule: (met: Met, ahead: readonly Occurrence[]) => Result<GatheringChange | undefined, Reason>,
): Promise<Result<OccurrenceView, Reason | 'no-such-gathering' | 'changed-meanwhile'>> {
  const met = await gatherings.find(actor, gatheringId);
  if (!met) return refuse('no-such-gathering');
  if (isStale(ifRevision, met.gathering)) return refuse('changed-meanwhile');

  const changed = rule(met, await gatherings.ahead(gatheringId, now()));
  if (!changed.ok) return changed;
  if (changed.value) await gatherings.save(changed.value);
  const next = await gatherings.next(gatheringId, now());
  const view = next && (await gatheringViews.see(actor, next));
  return view ? ok(view) : refuse('no-such-gathering');
}
