import type { OccurrenceView } from '@copse/core/contracts';
import { useLocation } from 'wouter';
import { dayIn } from '../../lib/zoned.ts';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { formOf } from '../../parts/gatherings/gathering-form.ts';
import { useNotices } from '../../shell/notices.tsx';

type Changing = {
  /** Under the address of the series. */
  readonly path: 'rotation' | 'rotation/end';
  /** What is said when it is done. */
  readonly done: string;
  readonly onClose: () => void;
};

/** Changes the turns of a series from one of its dates on, and leads to the date that comes of it. */
export function useRotationAction<Body extends object>(date: OccurrenceView, { path, done, onClose }: Changing) {
  const notices = useNotices();
  const [, navigate] = useLocation();
  return useGatheringAction<Body>(
    (api, body, idempotencyKey) =>
      api.send('POST', `/gatherings/${date.gatheringId}/${path}`, {
        body: { occurrenceId: date.id, ...body },
        revision: date.series.revision,
        idempotencyKey,
      }),
    ({ id }) => {
      notices.done(done);
      onClose();
      if (id !== date.id) navigate(`/gatherings/${id}`);
    },
  );
}

/** When a date is by the rule of its series, wherever it was moved to. */
export const plannedWhen = (date: OccurrenceView) => ({
  ...formOf(date).when,
  day: dayIn(date.plannedAt ?? date.startsAt, date.timeZone),
});
