import { Field, Select, Text } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { rotationTurns } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { clockIn, dayIn, shortMoment } from '../../lib/zoned.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TurnList } from '../../parts/gatherings/fair-slots.tsx';
import { areTurns, type FairSlot, minutesOf, takeRotation, type Turn } from '../../parts/gatherings/fair-timing.ts';
import { useGatheringAction } from '../../parts/gatherings/gathering-action.ts';
import { formOf } from '../../parts/gatherings/gathering-form.ts';
import { useFairHours } from '../../parts/gatherings/propose-hours.ts';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useSession } from '../../shell/session.tsx';

const COUNTS = Array.from(
  { length: rotationTurns.most - rotationTurns.least + 1 },
  (_, at) => rotationTurns.least + at,
);

/** Lets a series that runs take turns between fair times from this date on. */
export default function RotationDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const [count, setCount] = useState<number>(rotationTurns.least);
  const notices = useNotices();
  const [, navigate] = useLocation();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const { gatheringId, community, series, timeZone } = date;
  const when = { ...formOf(date).when, day: dayIn(date.plannedAt ?? date.startsAt, timeZone) };
  const hours = useFairHours({ communityId: community.id, gatheringId, minutes: minutesOf(when), turns: count }, true);
  const slots = hours.data?.rotation ?? [];
  const turns = areTurns(slots) ? takeRotation(when, slots, { runs: true })?.turns : undefined;
  const passed = turns?.[0] !== undefined && hasPassed(turns[0], timeZone);
  const rotate = useGatheringAction<readonly Turn[]>(
    (api, wanted, idempotencyKey) =>
      api.send('POST', `/gatherings/${gatheringId}/rotation`, {
        body: { occurrenceId: date.id, turns: wanted },
        revision: series.revision,
        idempotencyKey,
      }),
    ({ id }) => {
      notices.done('The series takes turns. Whoever comes is told.');
      onClose();
      if (id !== date.id) navigate(`/gatherings/${id}`);
    },
  );
  return (
    <FormDialog
      title="Let it take turns"
      action="Take turns"
      ready={turns !== undefined && !passed}
      busy={rotate.isPending}
      error={rotate.error}
      onConfirm={() => turns && rotate.mutate(turns)}
      onClose={onClose}
    >
      <Text>
        A series at one time always gets up early, or stays up late, in the same places. From{' '}
        {shortMoment(date.startsAt, locale, zone)} on it takes turns between these times, so that each place carries its
        share. What comes before stays as it is. A date that stays on its day keeps its answers and agenda; whoever
        comes is told of a new time, or that a date is no more.
      </Text>
      <Field
        label="How many times in turn"
        hint="Each becomes a series of its own, with the same hosts, place and number of places."
      >
        <Select value={String(count)} onChange={(_, { value }) => setCount(Number(value))}>
          {COUNTS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
      <Loaded query={hours} skeleton={<LinesSkeleton lines={4} />}>
        {({ rotation }) => <Proposed slots={rotation} />}
      </Loaded>
      {passed && (
        <Text role="alert">
          In the week of this date, the first of these times has passed. Open a later date of the series and let it take
          turns from there.
        </Text>
      )}
    </FormDialog>
  );
}

function Proposed({ slots }: { slots: readonly FairSlot[] }) {
  if (!areTurns(slots)) {
    return <Text>There is a time that burdens nobody more than others, so the series need not take turns.</Text>;
  }
  return (
    <>
      <Text size={200}>
        As they would be in the next week, by your clock. A series by the week on one day goes to these weekdays; any
        other keeps its days and takes the hours.
      </Text>
      <TurnList slots={slots} />
    </>
  );
}

function hasPassed({ startsLocal }: Turn, timeZone: string): boolean {
  const now = new Date().toISOString();
  return startsLocal <= `${dayIn(now, timeZone)}T${clockIn(now, timeZone)}`;
}
