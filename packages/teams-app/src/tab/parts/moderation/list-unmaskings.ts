import type { UnmaskingPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** Where stewards asked who wrote something. */
export function useUnmaskings(communityId: string) {
  return usePages<UnmaskingPage>(queryKeys.unmaskings(communityId), `/communities/${communityId}/unmaskings`, {
    limit: 20,
  });
}
