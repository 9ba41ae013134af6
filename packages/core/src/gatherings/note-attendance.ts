import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type AttendanceRefusal, noteAttendance as decide } from './attendance.ts';
import type { OccurrenceView } from './contract.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

type Refusal = AttendanceRefusal | 'no-such-gathering' | 'no-such-person';

/** Notes that somebody was there: the actor, or whoever the host names. Twice is as good as once. */
export async function noteAttendance(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, personId = actor.personId }: OfDate & { readonly personId?: string },
): Promise<Result<OccurrenceView, Refusal>> {
  const now = deps.now();
  const who = personId as PersonId;
  const self = who === actor.personId;
  return withDate(deps, actor, { occurrenceId }, async ({ date, by }): Promise<Result<unknown, Refusal>> => {
    const decided = decide(date, by, { self, now });
    if (!decided.ok) return decided;
    if (!(await deps.participants.present(actor, [who])).has(who)) return refuse('no-such-person');
    await deps.records.noteAttendance(date.id, who, self ? undefined : actor.personId, now);
    return ok(undefined);
  });
}
