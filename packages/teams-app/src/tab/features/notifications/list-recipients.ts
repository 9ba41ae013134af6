import type { RecipientPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** Whom a message to many is for, and what became of it at each. */
export function useRecipients(broadcastId: string) {
  return usePages<RecipientPage>(queryKeys.recipients(broadcastId), `/me/broadcasts/${broadcastId}/recipients`, {
    limit: 50,
  });
}
