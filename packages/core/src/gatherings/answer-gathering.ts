import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { answer, type AnswerRefusal } from './answer.ts';
import type { AnswerGatheringInput, OccurrenceView } from './contract.ts';
import type { GatheringDeps } from './ports.ts';
import { type OfDate, withDate } from './with-date.ts';

/** Says whether the actor comes. Where it is full, they are put on the waiting list, and move up as places come free. */
export async function answerGathering(
  deps: GatheringDeps,
  actor: Actor,
  { occurrenceId, answer: wanted }: AnswerGatheringInput & OfDate,
): Promise<Result<OccurrenceView, AnswerRefusal | 'no-such-gathering'>> {
  const now = deps.now();
  return withDate(deps, actor, { occurrenceId }, (met) =>
    deps.answers.take(met, now, (room) => answer(room, met.by, wanted, now)),
  );
}
