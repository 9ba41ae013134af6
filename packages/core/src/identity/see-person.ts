import type { Actor } from '../kernel/actor.ts';
import type { PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PersonView } from './contract.ts';
import type { PeopleQueries, PersonStore } from './ports.ts';
import { viewPerson } from './view.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find' | 'follow'>;
  readonly directory: Pick<PeopleQueries, 'mayBeSeen'>;
};

/** What a person tells about themselves. The id of somebody who has been merged leads to who they are now. */
export async function seePerson(
  { people, directory }: Deps,
  actor: Actor,
  { personId }: { readonly personId: string },
): Promise<Result<PersonView, 'no-such-person'>> {
  const id = await people.follow(personId as PersonId);
  const [person, visible] = await Promise.all([people.find(id), directory.mayBeSeen(actor, id)]);
  return person && visible ? ok(viewPerson(person, actor)) : refuse('no-such-person');
}
