import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { accept } from './answer.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfAnswer } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';

/** Says that this answer solved it, which the asker alone can. */
export async function acceptAnswer(
  deps: QuestionDeps,
  actor: Actor,
  of: OfAnswer & Expecting,
): Promise<Result<QuestionView, 'no-such-question' | 'changed-meanwhile' | 'not-the-asker' | 'no-such-answer'>> {
  return changeQuestion(deps, actor, of, ({ question, by, answer }) =>
    accept(question, by, { answer, at: deps.now() }),
  );
}
