import type { Actor, Core, Refusal, Result } from '@copse/core';
import { communityView, occurrenceView, practiceView, publicationView, questionView } from '@copse/core/contracts';
import type { z } from 'zod';
import { refusalProblem, serviceProblem } from '../problems.ts';
import { type Answer, answerWith, answerWithProblem } from './answer.ts';
import { nothing, type Route } from './route.ts';

type Ids = Readonly<Record<string, string>>;
type See = (actor: Actor, ids: Ids) => Promise<Result<unknown, Refusal>> | undefined;
export type LookAgain = (route: Route, actor: Actor, ids: Ids) => Promise<Answer>;

/**
 * Answers a write that was done before and whose answer is lost, with what it would have answered: how things stand now.
 * Where a write answers with something else than what it is about, it says that it has been done.
 */
export function lookingAgain({ communities, gatherings, practices, publishing, questions }: Core): LookAgain {
  const views = new Map<z.ZodType, See>([
    [questionView, (actor, { questionId }) => questionId && questions.seeQuestion(actor, { questionId })],
    [practiceView, (actor, { practiceId }) => practiceId && practices.seePractice(actor, { practiceId })],
    [publicationView, (actor, { practiceId }) => practiceId && publishing.seePublication(actor, { practiceId })],
    [occurrenceView, (actor, { occurrenceId }) => occurrenceId && gatherings.seeGathering(actor, { occurrenceId })],
    [communityView, (actor, { communityId }) => communityId && communities.seeCommunity(actor, { communityId })],
  ] as [z.ZodType, See][]);

  return async (route, actor, ids) => {
    if (route.answer === nothing) return answerWith(route.status, undefined);
    const seen = await views.get(route.answer)?.(actor, ids);
    if (!seen) return answerWithProblem(serviceProblem('done-before'));
    return seen.ok ? answerWith(route.status, seen.value) : answerWithProblem(refusalProblem(seen.reason));
  };
}
