import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PersonView, ServiceAccountInput } from './contract.ts';
import { markServiceAccount as mark } from './person.ts';
import type { PeopleQueries, PersonStore } from './ports.ts';
import { viewPerson } from './view.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find' | 'follow' | 'save'>;
  readonly directory: Pick<PeopleQueries, 'mayBeSeen'>;
};

/**
 * Says whether nobody is behind an account, which administrators may do: such an account is introduced to nobody, is
 * nobody's mentor and gets none. What it has begun stays.
 */
export async function markServiceAccount(
  { people, directory }: Deps,
  actor: Actor,
  { personId, serviceAccount }: ServiceAccountInput & { readonly personId: string },
): Promise<Result<PersonView, 'no-such-person' | 'not-allowed'>> {
  if (!actor.administrator) return refuse('not-allowed');
  const id = await people.follow(personId as PersonId);
  const [person, visible] = await Promise.all([people.find(id), directory.mayBeSeen(actor, id)]);
  if (!person || !visible) return refuse('no-such-person');

  const marked = mark(person, serviceAccount);
  if (marked) await people.save(marked);
  return ok(viewPerson(marked?.state ?? person, actor));
}
