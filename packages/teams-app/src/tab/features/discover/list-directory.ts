import type { CommunityPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export type DirectoryFilter = {
  readonly q: string;
  readonly topic: string;
  readonly format: string;
  readonly stage: string;
};

export const everything: DirectoryFilter = { q: '', topic: '', format: '', stage: '' };

/** The directory, page by page; while a new filter is fetched the old answer stays on screen. */
export function useDirectory(filter: DirectoryFilter) {
  return usePages<CommunityPage>(
    [...queryKeys.directory, filter],
    '/communities',
    { ...filter, limit: 24 },
    { keep: true },
  );
}
