/** Search for surfaces. */
export { searchKinds, type SearchHit, type SearchKind, type SearchPage, type SearchQuery } from './contract.ts';
