import type { Viewer } from '../sql/visibility.ts';
import type { SearchPage, SearchQuery, SearchSuggestQuery, SearchSuggestions } from './contract.ts';

export type SearchQueries = {
  /** One page, the best match first. With `corrections` each word may also be one of those it was probably meant to be. */
  find(viewer: Viewer, query: SearchQuery, corrections?: Corrections): Promise<SearchPage>;
  /** Words of the organisation's texts that look like these. */
  lookAlikes(viewer: Viewer, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Titles that hold what has been typed so far. */
  suggest(viewer: Viewer, query: SearchSuggestQuery): Promise<SearchSuggestions>;
};

/** For each word of the query, itself and what it was probably meant to be. */
export type Corrections = readonly (readonly string[])[];
