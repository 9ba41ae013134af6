import type { InvitationPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export function useInvitations(id: string) {
  return usePages<InvitationPage>(queryKeys.invitations(id), `/communities/${id}/invitations`);
}
