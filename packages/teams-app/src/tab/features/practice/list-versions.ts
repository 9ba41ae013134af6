import type { VersionPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export function useVersions(id: string) {
  return usePages<VersionPage>(queryKeys.versions(id), `/practices/${id}/versions`);
}
