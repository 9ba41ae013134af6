import type { Actor } from '../kernel/actor.ts';
import type { AdoptionId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { takeBackAdoption as takeBack } from './trust.ts';

/** Takes an adoption record back. */
export async function takeBackAdoption(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, adoptionId }: Expected & { readonly adoptionId: string },
): Promise<Result<PracticeView, 'no-such-practice' | 'changed-meanwhile' | 'not-allowed' | 'no-such-adoption'>> {
  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    takeBack(practice, by, adoptionId as AdoptionId),
  );
}
