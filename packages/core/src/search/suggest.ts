import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { SearchSuggestQuery, SearchSuggestions } from './contract.ts';
import type { SearchQueries } from './ports.ts';

/** Titles that the actor may see and that hold the words typed so far, the last of them perhaps only begun. */
export async function suggest(
  { search }: { readonly search: SearchQueries },
  actor: Actor,
  query: SearchSuggestQuery,
): Promise<Result<SearchSuggestions>> {
  return ok(await search.suggest(actor, query));
}
