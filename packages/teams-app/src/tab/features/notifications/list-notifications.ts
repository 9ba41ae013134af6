import type { NotificationPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** Every message to this person, the newest first. */
export function useNotifications() {
  return usePages<NotificationPage>(queryKeys.notifications, '/me/notifications', { limit: 20 });
}
