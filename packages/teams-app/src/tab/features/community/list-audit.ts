import type { AuditPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** What the stewards did, the newest first. */
export function useAudit(communityId: string) {
  return usePages<AuditPage>(queryKeys.audit(communityId), `/communities/${communityId}/audit`, { limit: 20 });
}
