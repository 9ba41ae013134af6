import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { answer, type AnswerRefusal, type Room } from './answer.ts';
import type { AnswerGatheringInput, OccurrenceView } from './contract.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

/**
 * Says whether the actor comes. Where it is full, they are put on the waiting list, and move up as places come free. Said of
 * the later dates too, each of them is answered by itself: where one is full the actor waits, and one that was called off
 * is left out.
 */
export async function answerGathering(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, answer: wanted, later = false }: AnswerGatheringInput & OfDate,
): Promise<Result<OccurrenceView, AnswerRefusal | 'no-such-gathering'>> {
  const now = deps.now();
  return withDate(deps, actor, { occurrenceId }, async (met) => {
    const decide = (room: Room) => answer(room, met.by, wanted, now);
    if (!later) return deps.answers.take(met, now, decide);
    return deps.answers.takeAll(met, await deps.gatherings.ahead(met.gathering.id, met.date.startsAt), now, decide);
  });
}
