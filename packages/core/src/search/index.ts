/** Search for surfaces. */
export {
  type SearchHit,
  type SearchKind,
  searchKinds,
  type SearchPage,
  type SearchQuery,
  type SearchState,
  searchStates,
  type SearchSuggestions,
  type SearchSuggestQuery,
} from './contract.ts';
