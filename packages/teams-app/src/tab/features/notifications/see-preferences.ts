import type { PreferencesView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

export function usePreferences() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.preferences,
    queryFn: ({ signal }) => api.get<PreferencesView>('/me/preferences', signal),
  });
}
