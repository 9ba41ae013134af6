import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PersonalExport } from './contract.ts';
import type { AccountStore, OrganisationStore, PeopleQueries, PersonStore } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find'>;
  readonly accounts: Pick<AccountStore, 'of'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly directory: Pick<PeopleQueries, 'everythingAbout' | 'managerOf'>;
  readonly now: () => Date;
};

/** All that is held about the actor: every row of every table that refers to them. */
export async function exportMe(
  { people, accounts, organisations, directory, now }: Deps,
  actor: Actor,
): Promise<Result<PersonalExport>> {
  const [person, own, organisation, manager, sections] = await Promise.all([
    people.find(actor.personId),
    accounts.of(actor.personId),
    organisations.get(actor.organisationId),
    directory.managerOf(actor.personId),
    directory.everythingAbout(actor.personId),
  ]);
  if (!person) throw new StaleWriteError(actor.personId);

  const madeAt = now().toISOString();
  return ok({
    format: 'copse-personal-export/1',
    madeAt,
    person: viewMe(person, { accounts: own, organisation, manager }, actor),
    sections,
  });
}
