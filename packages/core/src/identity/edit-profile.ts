import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EditProfileInput, MeView } from './contract.ts';
import { editProfile as edit } from './person.ts';
import type { AccountStore, OrganisationStore, PeopleQueries, PersonStore } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'find' | 'save'>;
  readonly accounts: Pick<AccountStore, 'of'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly directory: Pick<PeopleQueries, 'managerOf'>;
};

/** The revision that the editor had read, where they named one. */
type Edit = EditProfileInput & { readonly ifRevision?: number | undefined };

/** Changes what the actor says about themselves; fields that are not sent stay as they are. */
export async function editProfile(
  { people, accounts, organisations, directory }: Deps,
  actor: Actor,
  { ifRevision, ...input }: Edit,
): Promise<Result<MeView, 'changed-meanwhile'>> {
  const [person, own, organisation, manager] = await Promise.all([
    people.find(actor.personId),
    accounts.of(actor.personId),
    organisations.get(actor.organisationId),
    directory.managerOf(actor.personId),
  ]);
  if (!person) throw new StaleWriteError(actor.personId);
  if (ifRevision !== undefined && ifRevision !== person.revision) return refuse('changed-meanwhile');

  const edited = edit(person, input);
  if (edited) await people.save(edited);
  return ok(viewMe(edited?.state ?? person, { accounts: own, organisation, manager }, actor));
}
