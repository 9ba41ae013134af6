import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { SearchPage, SearchQuery } from './contract.ts';
import type { SearchQueries } from './ports.ts';
import { likelyBegun, wordsToCheck } from '../kernel/spelling.ts';

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

  const typed = wordsToCheck(query.q);
  const known = await search.lookAlikes(actor, typed);
  const corrections = typed.map((word) => [word, ...likelyBegun(word, known.get(word) ?? [], 3)]);
  if (!corrections.some((meant) => meant.length > 1)) return ok(page);
  return ok(await search.find(actor, query, corrections));
}
