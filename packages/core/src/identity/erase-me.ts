import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EraseMeInput } from './contract.ts';
import { erasePerson } from './merging.ts';
import type { PeopleQueries, PersonStore } from './ports.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find' | 'erase'>;
  readonly directory: Pick<PeopleQueries, 'coordinatedBy' | 'others'>;
  readonly now: () => Date;
};

/**
 * Erases the actor for good: profile, accounts, memberships, roles. What they contributed stays, unnamed.
 *
 * Refused while a living community has no other coordinator, or the organisation no other administrator for the people
 * who stay: hand over (or close the community) first.
 */
export async function eraseMe(
  { people, directory, now }: Deps,
  { personId, organisationId }: Actor,
  _confirmed: EraseMeInput,
): Promise<Result<undefined, 'sole-coordinator' | 'sole-administrator'>> {
  const [person, coordinated, others] = await Promise.all([
    people.find(personId),
    directory.coordinatedBy(personId),
    directory.others(organisationId, personId),
  ]);
  if (!person) throw new StaleWriteError(personId);
  if (coordinated.some(({ others }) => !others)) return refuse('sole-coordinator');
  if (person.administrator && others.people && !others.administrators) return refuse('sole-administrator');

  await people.erase(erasePerson(person), coordinated, now());
  return ok(undefined);
}
