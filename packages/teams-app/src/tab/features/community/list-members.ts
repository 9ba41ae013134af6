import type { MemberPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export function useMembers(id: string, filter: { readonly q: string; readonly role: string }) {
  return usePages<MemberPage>(
    [...queryKeys.members(id), filter],
    `/communities/${id}/members`,
    { ...filter, limit: 50 },
    { keep: true },
  );
}
