import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changeQuestion } from './change-question.ts';
import type { Expecting } from '../kernel/revision.ts';
import type { OfQuestion } from './with-question.ts';
import type { QuestionView } from './contract.ts';
import type { QuestionDeps } from './ports.ts';
import { reopen } from './question.ts';

/** Looks for answers again. */
export async function reopenQuestion(
  deps: QuestionDeps,
  actor: Actor,
  of: OfQuestion & Expecting,
): Promise<Result<QuestionView, 'no-such-question' | 'changed-meanwhile' | 'not-allowed' | 'already-so'>> {
  return changeQuestion(deps, actor, of, ({ question, by }) => reopen(question, by, { at: deps.now() }));
}
