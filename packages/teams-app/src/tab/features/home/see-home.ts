import type { HomeView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function useHome() {
  const api = useApi();
  return useQuery({ queryKey: queryKeys.home, queryFn: ({ signal }) => api.get<HomeView>('/me/home', signal) });
}
