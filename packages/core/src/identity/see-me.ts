import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { MeView } from './contract.ts';
import type { PeopleQueries } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = { readonly directory: Pick<PeopleQueries, 'me'> };

/** Everything that the actor sees about themselves. */
export async function seeMe({ directory }: Deps, actor: Actor): Promise<Result<MeView>> {
  const me = await directory.me(actor.personId);
  // Erased or merged since the request was signed in: signing in anew answers right.
  if (!me) throw new StaleWriteError(actor.personId);

  return ok(viewMe(me, actor));
}
