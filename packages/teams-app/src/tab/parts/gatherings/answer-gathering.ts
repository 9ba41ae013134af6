import type { GatheringAnswer } from '@copse/core/vocabulary';
import { useNotices } from '../../shell/notices.tsx';
import { useGatheringAction } from './gathering-action.ts';

/** Says whether one comes to a date. */
export function useAnswerGathering(id: string) {
  const notices = useNotices();
  return useGatheringAction<GatheringAnswer>(
    (api, answer, idempotencyKey) => api.send('PUT', `/occurrences/${id}/answer`, { body: { answer }, idempotencyKey }),
    ({ myStanding, myPlace }) => {
      if (myStanding === 'waiting') notices.done(`It is full. You are number ${myPlace ?? 1} on the waiting list.`);
    },
  );
}

/** Says the same of all later dates of the series. */
export function useAnswerLater(id: string) {
  const notices = useNotices();
  return useGatheringAction<GatheringAnswer>(
    (api, answer, idempotencyKey) =>
      api.send('PUT', `/occurrences/${id}/answer`, { body: { answer, later: true }, idempotencyKey }),
    () => notices.done('You have said the same of all later dates. Where one is full, you wait for a place.'),
  );
}
