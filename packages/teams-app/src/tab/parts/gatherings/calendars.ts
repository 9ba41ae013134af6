import type { CalendarAddress, CalendarsView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';

type Of = { readonly communityId?: string };

/** Which calendars have an address already. */
export function useCalendars() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.calendars,
    queryFn: ({ signal }) => api.get<CalendarsView>('/me/calendars', signal),
  });
}

/** Makes an address, which is shown once; an earlier one of the same calendar ends. */
export function useIssueCalendar(onDone: (address: CalendarAddress) => void) {
  const api = useApi();
  return useAction<CalendarAddress, Of>(
    (body, idempotencyKey) => api.send('POST', '/me/calendars', { body, idempotencyKey }),
    {
      touches: [queryKeys.calendars],
      onDone,
    },
  );
}

export function useRevokeCalendar(onDone: () => void) {
  const api = useApi();
  return useAction<CalendarsView, Of>(
    (body, idempotencyKey) => api.send('POST', '/me/calendars/revoke', { body, idempotencyKey }),
    { touches: [queryKeys.calendars], onDone },
  );
}
