import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { type AttendanceRefusal, noteAttendance as decide } from './attendance.ts';
import type { OccurrenceView } from './contract.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

type Refusal = AttendanceRefusal | 'no-such-gathering';

/** Takes back that somebody was there. */
export async function forgetAttendance(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, personId = actor.personId }: OfDate & { readonly personId?: string },
): Promise<Result<OccurrenceView, Refusal>> {
  const now = deps.now();
  const who = personId as PersonId;
  return withDate(deps, actor, { occurrenceId }, async ({ date, by }): Promise<Result<unknown, Refusal>> => {
    const decided = decide(date, by, { self: who === actor.personId, now });
    if (decided.ok) await deps.records.forgetAttendance(date.id, who);
    return decided;
  });
}
