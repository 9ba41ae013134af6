import type { Actor } from '../kernel/actor.ts';
import { refuse, type Result } from '../kernel/result.ts';
import type { QuestionView } from './contract.ts';
import type { Parts, QuestionDeps, Situation } from './ports.ts';
import type { QuestionChange } from './question.ts';
import { type OfQuestion, withQuestion } from './with-question.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

/** Like `withQuestion`, for what changes the question itself: `rule` answers with a change, or with nothing where there is none. */
export async function changeQuestion<Reason extends string>(
  deps: Pick<QuestionDeps, 'questions' | 'questionViews' | 'now'>,
  actor: Actor,
  { ifRevision, ...of }: OfQuestion & Parts & Expecting,
  rule: (situation: Situation) => Result<QuestionChange | undefined, Reason>,
): Promise<Result<QuestionView, Reason | 'no-such-question' | 'changed-meanwhile'>> {
  return withQuestion(deps, actor, of, async (situation): Promise<Result<unknown, Reason | 'changed-meanwhile'>> => {
    if (isStale(ifRevision, situation.question)) return refuse('changed-meanwhile');
    const changed = rule(situation);
    if (changed.ok && changed.value) await deps.questions.save(changed.value, deps.now());
    return changed;
  });
}
