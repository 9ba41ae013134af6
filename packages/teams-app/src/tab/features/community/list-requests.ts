import type { RequestPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export function useRequests(id: string) {
  return usePages<RequestPage>(queryKeys.requests(id), `/communities/${id}/requests`);
}
