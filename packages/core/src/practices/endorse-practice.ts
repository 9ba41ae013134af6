import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { EndorseInput, PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { endorse } from './trust.ts';

type EndorseRefusal = 'no-such-practice' | 'changed-meanwhile' | 'not-allowed' | 'own-practice' | 'not-possible-now';

/** Adds the actor's word that this practice is good, for the version that they read. */
export async function endorsePractice(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, note }: EndorseInput & Expected,
): Promise<Result<PracticeView, EndorseRefusal>> {
  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    endorse(practice, by, { note: note || undefined, at: deps.now() }),
  );
}
