import type { CirclePage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** The circles of a community, the newest first. */
export function useCircles(communityId: string) {
  return usePages<CirclePage>(queryKeys.circlesOf(communityId), `/communities/${communityId}/circles`, { limit: 6 });
}
