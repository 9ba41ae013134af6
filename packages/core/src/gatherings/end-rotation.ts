import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import type { EndRotationInput } from './hours-contract.ts';
import type { GatheringDeps, RotationStore } from './ports.ts';
import { endTurns, type MetTurn } from './rotation-end.ts';
import type { RotateRefusal } from './series-rotation.ts';
import type { OfSeries } from './with-series.ts';
import { isStale } from '../kernel/revision.ts';

/**
 * Ends the turns of a series from one of its dates on, all of it or nothing; answers with the first date at the one time.
 * Whoever has done so already is shown that date again, and changes nothing.
 */
export async function endRotation(
  { gatherings, rotations, gatheringViews, newId, now }: GatheringDeps & { readonly rotations: RotationStore },
  actor: Actor,
  { gatheringId, ifRevision, occurrenceId, startsLocal, endsLocal }: EndRotationInput & OfSeries,
): Promise<Result<OccurrenceView, RotateRefusal | 'no-such-gathering' | 'takes-no-turns' | 'changed-meanwhile'>> {
  const met = await gatherings.find(actor, gatheringId);
  if (!met) return refuse('no-such-gathering');
  if (isStale(ifRevision, met.gathering)) return refuse('changed-meanwhile');
  const see = async (id: string) => {
    const view = await gatheringViews.see(actor, id);
    return view ? ok(view) : refuse('no-such-gathering');
  };
  const rotation = await rotations.turnsOf(met.gathering.id);
  if (rotation?.single !== undefined) {
    const date = await gatherings.findDate(actor, occurrenceId);
    return date?.gathering.id === rotation.single ? see(occurrenceId) : refuse('takes-no-turns');
  }

  const all: MetTurn[] = [];
  for (const { gatheringId: id, turn } of rotation?.turns ?? []) {
    const one = await gatherings.find(actor, id);
    // Whoever may not see one of the turns cannot end it.
    if (!one) return refuse('not-allowed');
    all.push({ ...one, turn, ahead: await gatherings.ahead(id, now()) });
  }
  const own = all.find(({ gathering }) => gathering.id === met.gathering.id);
  if (!own) return refuse('takes-no-turns');
  const ended = endTurns(all, own, { from: occurrenceId, time: { startsLocal, endsLocal }, at: now(), newId });
  if (!ended.ok) return ended;
  await rotations.saveEnd(own.gathering.id, ended.value);
  return see(ended.value.single.dates[0]?.id ?? occurrenceId);
}
