import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { PeoplePage, PeopleQuery } from './contract.ts';
import type { PeopleQueries } from './ports.ts';

type Deps = { readonly directory: Pick<PeopleQueries, 'find'> };

/**
 * People of the organisation whose name contains what was typed, by name; where nobody's does, those whose name is
 * spelt much like it. Guests find only the people they share a community with.
 */
export async function findPeople({ directory }: Deps, actor: Actor, query: PeopleQuery): Promise<Result<PeoplePage>> {
  const { items, ...rest } = await directory.find(actor, query);
  return ok({ items: [...items], ...rest });
}
