import type { OccurrencePage } from '@copse/core/contracts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePages } from '../../shell/pages.ts';

export type GatheringFilter = {
  readonly communityId?: string;
  readonly mine?: boolean;
  readonly member?: boolean;
  readonly past?: boolean;
};

export function useGatherings(filter: GatheringFilter, limit = 25) {
  return usePages<OccurrencePage>(
    [...queryKeys.gatherings, filter, limit],
    '/occurrences',
    { ...filter, limit },
    { keep: true },
  );
}
