import type { PracticePage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export function usePractices(communityId: string, filter: { readonly q: string; readonly life: string }) {
  return usePages<PracticePage>(
    [...queryKeys.practices, communityId, filter],
    '/practices',
    { communityId, ...filter, limit: 24 },
    { keep: true },
  );
}
