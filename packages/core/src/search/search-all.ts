import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { SearchPage, SearchQuery } from './contract.ts';
import { correctionsOf } from './corrections-of.ts';
import type { SearchQueries } from './ports.ts';

type Deps = { readonly search: SearchQueries };

/**
 * Communities, practices and people that the actor may see, the best match first.
 *
 * Understands "exact phrases", or, and -without. Only when nothing is spelt as typed are words that are spelt alike
 * looked for instead, and the answer says so.
 */
export async function searchAll({ search }: Deps, actor: Actor, query: SearchQuery): Promise<Result<SearchPage>> {
  const page = await search.find(actor, query);
  if (page.items.length > 0) return ok(page);

  const corrections = await correctionsOf(search, actor, query.q);
  const meant = corrections && (await search.find(actor, query, corrections));
  // Words are known from everything that is written, so that of one which leads to nothing nobody may learn that it is known.
  return ok(meant && meant.items.length > 0 ? meant : page);
}
