import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { AddAgendaItemInput, OccurrenceView } from './contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

type Refusal =
  | 'no-such-gathering'
  | 'not-allowed'
  | 'community-closed'
  | 'gathering-cancelled'
  | 'gathering-over'
  | 'agenda-full';

/** Puts something on the agenda of one date. */
export async function addAgendaItem(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, text, minutes }: AddAgendaItemInput & OfDate,
): Promise<Result<OccurrenceView, Refusal>> {
  const now = deps.now();
  return withDate(deps, actor, { occurrenceId }, async (met): Promise<Result<unknown, Refusal>> => {
    if (!allows(met.by.relations, 'add-agenda')) return refuse('not-allowed');
    if (met.by.closed) return refuse('community-closed');
    if (met.date.cancelledAt) return refuse('gathering-cancelled');
    if (met.date.endsAt <= now) return refuse('gathering-over');
    return (await deps.records.addItem(met, { text, minutes }, now)) ? ok(undefined) : refuse('agenda-full');
  });
}
