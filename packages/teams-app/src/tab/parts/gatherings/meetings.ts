import type { MeetingsView, OccurrenceView } from '@copse/core/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ApiClient } from '../../lib/api-client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../shell/session.tsx';
import { useGatheringAction } from './gathering-action.ts';

/** Whether meetings in Teams can be created for me. Until that is known they are not offered. */
export function useCanCreateMeetings(): boolean {
  const api = useApi();
  const meetings = useQuery({
    queryKey: queryKeys.meetings,
    queryFn: ({ signal }) => api.get<MeetingsView>('/me/meetings', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return meetings.data?.create === true;
}

/** Asked for twice it is the same meeting, so there is no key: after a failure the next try is a new one. */
export const createMeeting = (api: ApiClient, gatheringId: string) =>
  api.send<OccurrenceView>('POST', `/gatherings/${gatheringId}/meeting`);

/** Creates a meeting in Teams for a gathering that is there already. */
export function useCreateMeeting(onDone: () => void) {
  return useGatheringAction<string>((api, gatheringId) => createMeeting(api, gatheringId), onDone);
}
