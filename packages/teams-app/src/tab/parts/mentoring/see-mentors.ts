import type { CommunityMentoringView } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** Who offers to be a mentor in a community. */
export function useMentors(communityId: string) {
  return usePages<CommunityMentoringView>(queryKeys.mentorsOf(communityId), `/communities/${communityId}/mentors`, {
    limit: 12,
  });
}
