import type { DatesPreview } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSettled } from '../../lib/debounce.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export type GivenTiming = {
  readonly timeZone: string;
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly rule?: string;
};

/** What a timing comes to; nothing is asked before it is whole. */
export function usePreviewDates(timing: GivenTiming | undefined) {
  const api = useApi();
  const settled = useSettled(timing === undefined ? '' : JSON.stringify(timing));
  return useQuery({
    queryKey: [...queryKeys.gatherings, 'preview', settled],
    enabled: settled !== '',
    queryFn: () => api.send<DatesPreview>('POST', '/gatherings/preview', { body: JSON.parse(settled) as GivenTiming }),
  });
}
