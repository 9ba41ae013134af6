import type { CommunityPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** The communities that nobody coordinates. */
export function useUncoordinated() {
  return usePages<CommunityPage>(queryKeys.uncoordinated, '/communities', { uncoordinated: true, limit: 25 });
}
