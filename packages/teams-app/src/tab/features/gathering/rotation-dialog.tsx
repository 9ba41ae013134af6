import { Field, Select, Text } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { rotationTurns } from '@copse/core/vocabulary';
import { useState } from 'react';
import { clockIn, dayIn, sameClock, shortMoment, timeRange, weekdayIn, zoneName } from '../../lib/zoned.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TurnList } from '../../parts/gatherings/fair-slots.tsx';
import { areTurns, type FairSlot, minutesOf, takeRotation, type Turn } from '../../parts/gatherings/fair-timing.ts';
import { useFairHours } from '../../parts/gatherings/propose-hours.ts';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useSession } from '../../shell/session.tsx';
import { plannedWhen, useRotationAction } from './rotation-action.ts';
import { RotationWeekday } from './rotation-weekday.tsx';

const COUNTS = Array.from(
  { length: rotationTurns.most - rotationTurns.least + 1 },
  (_, at) => rotationTurns.least + at,
);

/** Lets a series that runs take turns between fair times from this date on. */
export default function RotationDialog({ date, onClose }: { date: OccurrenceView; onClose: () => void }) {
  const [count, setCount] = useState<number>(rotationTurns.least);
  const [keepsDays, setKeepsDays] = useState<boolean>();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const { gatheringId, community, timeZone } = date;
  const when = plannedWhen(date);
  const minutes = minutesOf(when);
  const hours = useFairHours({ communityId: community.id, gatheringId, minutes, turns: count, keepsDays }, true);
  const slots = hours.data?.rotation ?? [];
  const days = hours.data?.days;
  const moves = days?.kept === false;
  const turns =
    areTurns(slots) && !hours.isPlaceholderData ? takeRotation(when, slots, { runs: true, moves })?.turns : undefined;
  const passed = turns?.[0] !== undefined && hasPassed(turns[0], timeZone);
  const rotate = useRotationAction<{ readonly turns: readonly Turn[] }>(date, {
    path: 'rotation',
    done: 'The series takes turns. Whoever comes is told.',
    onClose,
  });
  return (
    <FormDialog
      title="Let it take turns"
      action="Take turns"
      ready={turns !== undefined && !passed}
      busy={rotate.isPending}
      error={rotate.error}
      onConfirm={() => turns && rotate.mutate({ turns })}
      onClose={onClose}
    >
      <Text>
        A series at one time always gets up early, or stays up late, in the same places. From{' '}
        {shortMoment(date.startsAt, locale, zone)} on it takes turns between these times, so that each place carries its
        share. What comes before stays as it is.{' '}
        {moves
          ? 'On other days, its dates are called off: whoever said that they come is told, and answers to the new ones.'
          : 'Its dates keep their answers and agenda, and whoever comes is told of the new time.'}
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
      {days && <RotationWeekday days={days} onChoose={setKeepsDays} />}
      <Loaded query={hours} skeleton={<LinesSkeleton lines={4} />}>
        {({ rotation }) => (
          <Proposed slots={rotation} minutes={minutes} timeZone={timeZone} onOneDay={days?.mayMove === true} />
        )}
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

type ProposedProps = {
  readonly slots: readonly FairSlot[];
  readonly minutes: number;
  /** The clock of the series. */
  readonly timeZone: string;
  /** Each turn is on one weekday, which is said with it. */
  readonly onOneDay: boolean;
};

function Proposed({ slots, minutes, timeZone, onOneDay }: ProposedProps) {
  const zone = useMyZone();
  const { locale } = useSession().host;
  if (!areTurns(slots)) {
    return <Text>Times in turn would be no fairer than a single one, so the series need not take turns.</Text>;
  }
  const shows = ({ startsAt }: FairSlot, clock: string) => {
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    const hours = timeRange(startsAt, endsAt, locale, clock);
    return onOneDay ? `${weekdayIn(startsAt, locale, clock)}, ${hours}` : hours;
  };
  const isElsewhere = slots.some(({ startsAt }) => !sameClock(startsAt, zone, timeZone));
  return (
    <>
      <Text size={200}>By your clock ({zoneName(zone)}).</Text>
      <TurnList
        slots={slots}
        when={(slot) =>
          isElsewhere ? `${shows(slot, zone)} (${shows(slot, timeZone)} in ${zoneName(timeZone)})` : shows(slot, zone)
        }
      />
    </>
  );
}

function hasPassed({ startsLocal }: Turn, timeZone: string): boolean {
  const now = new Date().toISOString();
  return startsLocal <= `${dayIn(now, timeZone)}T${clockIn(now, timeZone)}`;
}
