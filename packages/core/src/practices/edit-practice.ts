import type { Actor } from '../kernel/actor.ts';
import type { PersonId, PracticeId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { EditPracticeInput, PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { edit } from './practice.ts';

type EditRefusal =
  | 'no-such-practice'
  | 'changed-meanwhile'
  | 'not-allowed'
  | 'practice-retired'
  | 'community-closed'
  | 'no-such-member';

/** Edits a practice; a changed text becomes a new version. A new owner must be a member of its community. */
export async function editPractice(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, ownerId, ...wanted }: EditPracticeInput & Expected,
): Promise<Result<PracticeView, EditRefusal>> {
  const owner = ownerId as PersonId | undefined;
  if (owner && !(await mayOwn(deps, actor, practiceId, owner))) return refuse('no-such-member');

  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    edit(practice, by, { ...wanted, ...(owner ? { ownerId: owner } : {}), at: deps.now() }),
  );
}

const mayOwn = (deps: PracticeDeps, actor: Actor, practiceId: string, owner: PersonId) =>
  deps.practices
    .find(actor, practiceId as PracticeId)
    .then((practice) => !practice || deps.practitioners.isMember(practice.communityId, owner));
