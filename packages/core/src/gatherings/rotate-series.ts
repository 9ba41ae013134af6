import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import type { RotateSeriesInput } from './hours-contract.ts';
import type { GatheringDeps, RotationStore } from './ports.ts';
import { rotate, type RotateRefusal } from './series-rotation.ts';
import { firstOf } from './turns.ts';
import type { OfSeries } from './with-series.ts';
import { isStale } from '../kernel/revision.ts';

/** Lets a series take turns from one of its dates on, all of it or nothing; answers with the first of those dates. */
export async function rotateSeries(
  { gatherings, rotations, gatheringViews, newId, now }: GatheringDeps & { readonly rotations: RotationStore },
  actor: Actor,
  { gatheringId, ifRevision, occurrenceId, turns }: RotateSeriesInput & OfSeries,
): Promise<Result<OccurrenceView, RotateRefusal | 'no-such-gathering' | 'changed-meanwhile'>> {
  const met = await gatherings.find(actor, gatheringId);
  if (!met) return refuse('no-such-gathering');
  const { gathering, by } = met;
  if (isStale(ifRevision, gathering)) return refuse('changed-meanwhile');

  const ahead = await gatherings.ahead(gatheringId, now());
  const rotated = rotate(gathering, ahead, by, { from: occurrenceId, turns, at: now(), newId });
  if (!rotated.ok) return rotated;
  const before = await rotations.turnsOf(gathering.id);
  if (before && before.single !== gathering.id) return refuse('cannot-take-turns');
  await rotations.saveInstead(gathering.id, rotated.value);
  const first = firstOf(rotated.value.turns);
  const view = first && (await gatheringViews.see(actor, first.id));
  return view ? ok(view) : refuse('no-such-gathering');
}
