import type { Viewer } from '../sql/visibility.ts';
import type {
  SearchHit,
  SearchKind,
  SearchPage,
  SearchQuery,
  SearchSuggestQuery,
  SearchSuggestions,
} from './contract.ts';

export type SearchQueries = {
  /** One page, the best match first. With `corrections` each word may also be one of those it was probably meant to be. */
  find(viewer: Viewer, query: SearchQuery, corrections?: Corrections): Promise<SearchPage>;
  /** The best of each kind, which are in no order among each other. Nothing of a kind: it is not among them. */
  findEach(viewer: Viewer, query: EachQuery, corrections?: Corrections): Promise<FoundByKind>;
  /** Words of the organisation's texts that look like these. */
  lookAlikes(viewer: Viewer, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Titles that hold what has been typed so far. */
  suggest(viewer: Viewer, query: SearchSuggestQuery): Promise<SearchSuggestions>;
};

/**
 * `most`: of each kind at most so many where one kind is found, where two are, and so on; the last also counts for more
 * kinds than are named. What is not wanted is not read.
 */
export type EachQuery = { readonly q: string; readonly most: readonly [number, ...number[]] };
export type FoundByKind = {
  /** `more` of the kind than are here. */
  readonly kinds: readonly { readonly kind: SearchKind; readonly hits: readonly SearchHit[]; readonly more: boolean }[];
  readonly corrected: boolean;
};

/** For each word of the query, itself and what it was probably meant to be. */
export type Corrections = readonly (readonly string[])[];
