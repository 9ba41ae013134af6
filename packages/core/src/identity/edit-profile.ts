import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EditProfileInput, MeView } from './contract.ts';
import { editProfile as edit } from './person.ts';
import type { PeopleQueries, PersonStore } from './ports.ts';
import { viewMe } from './view.ts';
import { type Expecting, isStale } from '../kernel/revision.ts';

type Deps = {
  readonly people: Pick<PersonStore, 'save'>;
  readonly directory: Pick<PeopleQueries, 'me'>;
};

/** The revision that the editor had read, where they named one. */
type Edit = EditProfileInput & Expecting;

/** Changes what the actor says about themselves; fields that are not sent stay as they are. */
export async function editProfile(
  { people, directory }: Deps,
  actor: Actor,
  { ifRevision, ...input }: Edit,
): Promise<Result<MeView, 'changed-meanwhile'>> {
  const me = await directory.me(actor.personId);
  if (!me) throw new StaleWriteError(actor.personId);
  if (isStale(ifRevision, me.person)) return refuse('changed-meanwhile');

  const edited = edit(me.person, input);
  if (edited) await people.save(edited);
  return ok(viewMe({ ...me, person: edited?.state ?? me.person }, actor));
}
