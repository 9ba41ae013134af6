import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import type { GatheringDeps, MetDate } from './ports.ts';

export type OfDate = { readonly occurrenceId: string };

/**
 * What every use case about one date does: load it as the actor meets it, let `work` decide and save, and show it as the
 * actor now sees it.
 */
export async function withDate<Reason extends string>(
  { gatherings, gatheringViews }: Pick<GatheringDeps, 'gatherings' | 'gatheringViews'>,
  actor: Actor,
  { occurrenceId }: OfDate,
  work: (met: MetDate) => Promise<Result<unknown, Reason>>,
): Promise<Result<OccurrenceView, Reason | 'no-such-gathering'>> {
  const met = await gatherings.findDate(actor, occurrenceId);
  if (!met) return refuse('no-such-gathering');

  const done = await work(met);
  if (!done.ok) return done;
  const view = await gatheringViews.see(actor, occurrenceId);
  return view ? ok(view) : refuse('no-such-gathering');
}
