import type { Actor } from '../kernel/actor.ts';
import type { AgendaItemId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { OccurrenceView } from './contract.ts';
import { allows } from './permission.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

/** Takes something off the agenda: one's own, or anything for those who run the gathering. Twice is as good as once. */
export async function removeAgendaItem(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, itemId }: OfDate & { readonly itemId: string },
): Promise<Result<OccurrenceView, 'no-such-gathering' | 'not-allowed'>> {
  return withDate(deps, actor, { occurrenceId }, async ({ date, by }): Promise<Result<unknown, 'not-allowed'>> => {
    const item = await deps.records.authorOf(date.id, itemId);
    if (!item) return ok(undefined);
    if (item.by !== actor.personId && !allows(by.relations, 'remove-any-agenda')) return refuse('not-allowed');
    await deps.records.removeItem(date.id, itemId as AgendaItemId);
    return ok(undefined);
  });
}
