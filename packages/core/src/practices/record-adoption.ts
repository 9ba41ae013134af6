import type { Actor } from '../kernel/actor.ts';
import type { AdoptionId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { PracticeView, RecordAdoptionInput } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { recordAdoption as record } from './trust.ts';

type AdoptionRefusal = 'no-such-practice' | 'changed-meanwhile' | 'not-allowed' | 'not-possible-now';

/** Records «we use this» or «we tried it: this happened». */
export async function recordAdoption(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, kind, team, outcome, story, measure }: RecordAdoptionInput & Expected,
): Promise<Result<PracticeView, AdoptionRefusal>> {
  const adoption = {
    id: deps.newId() as AdoptionId,
    at: deps.now(),
    kind,
    team,
    outcome,
    story: story || undefined,
    measure,
  };
  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) => record(practice, by, adoption));
}
