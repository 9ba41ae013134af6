import type { ModerationPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** What was reported and nobody has answered yet. */
export function useReports(communityId: string) {
  return usePages<ModerationPage>(queryKeys.reports(communityId), `/communities/${communityId}/reports`, { limit: 20 });
}
