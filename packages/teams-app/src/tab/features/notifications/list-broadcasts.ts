import type { BroadcastPage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

/** What became of messages to many that this person caused. */
export function useBroadcasts() {
  return usePages<BroadcastPage>(queryKeys.broadcasts, '/me/broadcasts', { limit: 20 });
}
