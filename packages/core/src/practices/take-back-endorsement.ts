import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { takeBackEndorsement as takeBack } from './trust.ts';

/** Takes the actor's own endorsement back. */
export async function takeBackEndorsement(
  deps: PracticeDeps,
  actor: Actor,
  of: Expected,
): Promise<Result<PracticeView, 'no-such-practice' | 'changed-meanwhile'>> {
  return changePractice(deps, actor, of, takeBack);
}
