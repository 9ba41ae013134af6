import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refuse, type Result } from '../kernel/result.ts';
import { changePractice, type Expected } from './change-practice.ts';
import type { CreditInput, PracticeView } from './contract.ts';
import type { PracticeDeps } from './ports.ts';
import { credit as give } from './practice.ts';

type CreditRefusal = 'no-such-practice' | 'changed-meanwhile' | 'not-allowed' | 'no-such-person';

/** Names somebody who took part in making the practice. */
export async function creditPerson(
  deps: PracticeDeps,
  actor: Actor,
  { practiceId, ifRevision, personId, credit }: CreditInput & Expected,
): Promise<Result<PracticeView, CreditRefusal>> {
  const person = personId as PersonId;
  if (!(await deps.practitioners.isColleague(actor, person))) return refuse('no-such-person');

  return changePractice(deps, actor, { practiceId, ifRevision }, (practice, by) =>
    give(practice, by, { personId: person, credit, since: deps.now() }),
  );
}
