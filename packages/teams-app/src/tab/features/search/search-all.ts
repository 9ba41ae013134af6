import type { SearchKind, SearchPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export type SearchFilter = {
  readonly q: string;
  readonly kind: SearchKind | '';
  readonly communityId: string;
  readonly topic: string;
  readonly state: string;
};

/** Results page by page; while new words are looked for the old results stay on screen. */
export function useSearch(filter: SearchFilter) {
  return usePages<SearchPage>(
    [...queryKeys.search, 'all', filter],
    '/search',
    { ...filter, limit: 20 },
    { keep: true, enabled: filter.q !== '' },
  );
}
