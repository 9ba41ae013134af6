import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { ChangeOccurrenceInput, OccurrenceView } from './contract.ts';
import { changeOccurrence, type ChangeRefusal } from './occurrence.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Refusal = ChangeRefusal | 'no-such-gathering' | 'no-such-person' | 'changed-meanwhile';

/** Changes one date and leaves the series as it is. */
export async function changeDate(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, ifRevision, ...wanted }: ChangeOccurrenceInput & OfDate & Expecting,
): Promise<Result<OccurrenceView, Refusal>> {
  const hostId = (wanted.hostId ?? undefined) as PersonId | undefined;
  if (hostId && !(await deps.participants.present(actor, [hostId])).has(hostId)) return refuse('no-such-person');

  const { startsLocal, endsLocal, title, meetingUrl, venue } = wanted;
  const without = (['title', 'meetingUrl', 'venue', 'hostId'] as const).filter(
    (field) => wanted[field] === null || wanted[field] === '',
  );
  return withDate(deps, actor, { occurrenceId }, async ({ gathering, date, by }): Promise<Result<unknown, Refusal>> => {
    if (isStale(ifRevision, date)) return refuse('changed-meanwhile');
    const changed = changeOccurrence(gathering, date, by, {
      startsLocal,
      endsLocal,
      title: title ?? undefined,
      meetingUrl: meetingUrl ?? undefined,
      venue: venue || undefined,
      hostId,
      without,
      at: deps.now(),
    });
    if (changed.ok && changed.value) await deps.gatherings.saveDate(gathering, changed.value);
    return changed;
  });
}
