import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { takeBackAcceptance as takeBack } from './answer.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfAnswer } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Takes the acceptance of an answer back. */
export async function takeBackAcceptance(
  deps: QuestionDeps,
  actor: Actor,
  of: OfAnswer & Expecting,
): Promise<Result<QuestionView, 'no-such-question' | 'changed-meanwhile' | 'not-the-asker' | 'no-such-answer'>> {
  return changeQuestion(deps, actor, of, ({ question, by, answer }) =>
    takeBack(question, by, { answer, at: deps.now() }),
  );
}
