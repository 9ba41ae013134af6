import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { MeView } from './contract.ts';
import type { AccountStore, OrganisationStore, PeopleQueries, PersonStore } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find'>;
  readonly accounts: Pick<AccountStore, 'of'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly directory: Pick<PeopleQueries, 'managerOf'>;
};

/** Everything that the actor sees about themselves. */
export async function seeMe(
  { people, accounts, organisations, directory }: Deps,
  actor: Actor,
): Promise<Result<MeView>> {
  const [person, own, organisation, manager] = await Promise.all([
    people.find(actor.personId),
    accounts.of(actor.personId),
    organisations.get(actor.organisationId),
    directory.managerOf(actor.personId),
  ]);
  // Erased or merged since the request was signed in: signing in anew answers right.
  if (!person) throw new StaleWriteError(actor.personId);

  return ok(viewMe(person, { accounts: own, organisation, manager }, actor));
}
