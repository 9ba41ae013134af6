import type { EditPreferencesInput, PreferencesView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Edit = { readonly body: EditPreferencesInput; readonly revision: number };

/** Changes what is sent, and leaves the rest. The answer is shown at once. */
export function useEditPreferences(onDone?: (preferences: PreferencesView) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PreferencesView, Edit>(
    ({ body, revision }, idempotencyKey) => api.send('PATCH', '/me/preferences', { body, revision, idempotencyKey }),
    {
      onDone(preferences) {
        queries.setQueryData(queryKeys.preferences, preferences);
        onDone?.(preferences);
      },
    },
  );
}
