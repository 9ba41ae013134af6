import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { ChangeLifeInput, PracticeView } from './contract.ts';
import { type LifeRefusal, takeStep } from './life-step.ts';
import type { LifeAction } from './life.ts';
import type { PracticeDeps } from './ports.ts';

/** Takes one step in the life of a practice: propose, endorse, retire and so on. */
export async function changeLife(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, ...step }: ChangeLifeInput & Expected & { readonly action: LifeAction },
): Promise<Result<PracticeView, LifeRefusal | 'no-such-practice' | 'changed-meanwhile'>> {
  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    takeStep(practice, by, { ...step, at: deps.now() }),
  );
}
