import { useState } from 'react';
import { useLocation } from 'wouter';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { FairHours } from './fair-hours.tsx';
import type { Rotation } from './fair-timing.ts';
import { GatheringFields } from './gathering-fields.tsx';
import { draftOf, emptyGathering, type GatheringForm, wantsMeeting } from './gathering-form.ts';
import { useCanCreateMeetings } from './meetings.ts';
import { useScheduleGathering } from './schedule-gathering.ts';
import { useMyZone } from './zone.ts';

/** Plans a gathering or a series: what, when, where and who. */
export default function ScheduleDialog({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const zone = useMyZone();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const [form, setForm] = useState(() => emptyGathering(zone));
  const [taken, setTaken] = useState<Rotation>();
  const set = (part: Partial<GatheringForm>) => setForm({ ...form, ...part });
  const schedule = useScheduleGathering({
    onDone({ id, recurs, rotation: turns }) {
      notices.done(
        turns ? 'The series that take turns are scheduled.' : recurs ? 'The series is scheduled.' : 'It is scheduled.',
      );
      onClose();
      navigate(`/gatherings/${id}`);
    },
    onNoMeeting: (problem) => notices.failed(problem, 'It has no meeting in Teams'),
  });
  const offersMeeting = useCanCreateMeetings();
  const draft = draftOf(form, communityId);
  // Who changes the day or the rhythm afterwards plans something else than what they took.
  const rotation = taken && JSON.stringify(taken.when) === JSON.stringify(form.when) ? taken : undefined;
  return (
    <FormDialog
      title="Schedule a gathering"
      action="Schedule it"
      ready={form.title.trim().length >= 3 && draft !== undefined}
      busy={schedule.isPending}
      error={schedule.error}
      onConfirm={() =>
        draft &&
        schedule.mutate({
          body: draft,
          turns: rotation?.turns,
          withMeeting: offersMeeting && wantsMeeting(form),
        })
      }
      onClose={onClose}
    >
      <GatheringFields
        form={form}
        error={schedule.error}
        offersMeeting={offersMeeting}
        turns={rotation?.turns.length}
        onChange={set}
      >
        <FairHours
          communityId={communityId}
          when={form.when}
          rotation={rotation}
          onTake={(when, turns) => {
            setTaken(turns);
            set({ when });
          }}
        />
      </GatheringFields>
    </FormDialog>
  );
}
