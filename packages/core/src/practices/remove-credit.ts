import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { removeCredit as remove } from './practice.ts';

/** Takes somebody's name off the practice; everyone may take off their own, but the owner's stays. */
export async function removeCredit(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, personId }: Expected & { readonly personId: string },
): Promise<Result<PracticeView, 'no-such-practice' | 'changed-meanwhile' | 'not-allowed'>> {
  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    remove(practice, by, personId as PersonId),
  );
}
