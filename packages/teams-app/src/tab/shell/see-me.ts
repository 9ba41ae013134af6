import type { MeView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../lib/query-keys.ts';
import { useApi } from './session.tsx';

/** What the person is and may do, for pages that ask before they offer something. */
export function useMe() {
  const api = useApi();
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => api.get<MeView>('/me', signal) });
}
