import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { correctionsOf } from './corrections-of.ts';
import type { EachQuery, FoundByKind, SearchQueries } from './ports.ts';

type Deps = { readonly search: Pick<SearchQueries, 'findEach' | 'lookAlikes'> };

/**
 * The best few communities, practices, people and questions that the actor may see, each kind for itself: one search
 * instead of one for each. Words are understood, and corrected, as by `searchAll`.
 */
export async function searchEach({ search }: Deps, actor: Actor, query: EachQuery): Promise<Result<FoundByKind>> {
  const found = await search.findEach(actor, query);
  if (found.kinds.length > 0) return ok(found);

  const corrections = await correctionsOf(search, actor, query.q);
  const meant = corrections && (await search.findEach(actor, query, corrections));
  return ok(meant && meant.kinds.length > 0 ? meant : found);
}
