import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import { Loaded } from '../loaded.tsx';
import { plainList } from '../plain-list.ts';
import { LinesSkeleton } from '../skeletons.tsx';
import {
  areTurns,
  beginsAlike,
  type FairSlot,
  minutesOf,
  type Rotation,
  takeRotation,
  takeSlot,
} from './fair-timing.ts';
import { Asks, TurnList, useMoment } from './fair-slots.tsx';
import { useFairHours } from './propose-hours.ts';
import type { TimingForm } from './timing-form.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: { ...plainList, gap: tokens.spacingVerticalM },
  slot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  open: { alignSelf: 'flex-start' },
});

type Props = {
  readonly communityId: string;
  readonly when: TimingForm;
  /** A gathering that is there already. */
  readonly gatheringId?: string;
  /** The times that it takes in turn as the form stands. */
  readonly rotation?: Rotation | undefined;
  readonly onTake: (when: TimingForm, rotation?: Rotation) => void;
};

/** Proposes times that ask little of the members wherever they are, and for a series times to take in turn. */
export function FairHours({ communityId, gatheringId, when, rotation, onTake }: Props) {
  const styles = useStyles();
  const runs = gatheringId !== undefined;
  const [open, setOpen] = useState(false);
  const [took, setTook] = useState<{ readonly before: TimingForm; readonly after: TimingForm }>();
  const hours = useFairHours({ communityId, gatheringId, minutes: minutesOf(when) }, open);
  // Whoever takes one of them and then another means the series as it was before the first of them.
  const given = took && JSON.stringify(took.after) === JSON.stringify(when) ? took.before : when;
  const take = (after: TimingForm, turns?: Rotation) => {
    setTook({ before: given, after });
    onTake(after, turns);
  };
  return (
    <>
      <Button className={styles.open} aria-expanded={open} onClick={() => setOpen(!open)}>
        Propose times that are fair
      </Button>
      {open && (
        <div className={styles.panel} role="group" aria-label="Times that are fair">
          <Loaded query={hours} skeleton={<LinesSkeleton lines={4} />}>
            {({ slots, rotation: turns }) => (
              <>
                <Text size={200} className={styles.quiet}>
                  Times of next week that ask least of all members together, by their time zones and working hours,
                  shown by your clock.{' '}
                  {slots.some(({ zones }) => zones.length > 0)
                    ? 'Only zones with five members or more are named.'
                    : 'No zone has five members yet, so none is named.'}
                </Text>
                <ol className={styles.list}>
                  {slots.map((slot) => (
                    <Proposal
                      key={slot.startsAt}
                      slot={slot}
                      taken={!rotation && beginsAlike(when, takeSlot(given, slot, { runs }))}
                      onTake={() => take(takeSlot(given, slot, { runs }))}
                    />
                  ))}
                </ol>
                {when.recurrence.every !== 'once' && (
                  <Turns
                    slots={turns}
                    runs={runs}
                    taken={rotation !== undefined}
                    onTake={() => {
                      const turned = takeRotation(given, turns, { runs });
                      if (turned) take(turned.when, turned);
                    }}
                  />
                )}
              </>
            )}
          </Loaded>
        </div>
      )}
    </>
  );
}

type ProposalProps = { readonly slot: FairSlot; readonly taken: boolean; readonly onTake: () => void };

function Proposal({ slot, taken, onTake }: ProposalProps) {
  const styles = useStyles();
  const moment = useMoment(slot);
  return (
    <li className={styles.slot}>
      <Asks slot={slot} title={moment} />
      <Take size="small" taken={taken} what="Take it" about={moment} onTake={onTake} />
    </li>
  );
}

type TakeProps = {
  readonly taken: boolean;
  readonly what: string;
  readonly about?: string;
  readonly size?: 'small' | 'medium';
  readonly onTake: () => void;
};

function Take({ taken, what, about, size = 'medium', onTake }: TakeProps) {
  const styles = useStyles();
  const words = taken ? 'Taken' : what;
  return (
    <Button
      size={size}
      className={styles.open}
      aria-pressed={taken}
      {...(taken ? { icon: <CheckmarkRegular /> } : {})}
      {...(about ? { 'aria-label': `${words}: ${about}` } : {})}
      onClick={onTake}
    >
      {words}
    </Button>
  );
}

type TurnsProps = {
  readonly slots: readonly FairSlot[];
  readonly runs: boolean;
  readonly taken: boolean;
  readonly onTake: () => void;
};

/** A series at one time always burdens the same people; this lets it take turns between times. */
function Turns({ slots, runs, taken, onTake }: TurnsProps) {
  if (!areTurns(slots)) {
    return <Text>The first of these times burdens nobody more than others, so the series need not take turns.</Text>;
  }
  return (
    <>
      <Text weight="semibold">Or let the burden take turns</Text>
      <Text>
        A series at one time always gets up early, or stays up late, in the same places. With these times in turn, each
        place carries its share.{' '}
        {runs
          ? 'To have this series do so from one of its dates on, close this and choose “Let it take turns” on the page of that date.'
          : 'Each turn begins one date after the turn before it. It becomes a series of its own, scheduled together with the others; each can be changed or called off by itself. Hosts who take turns do so within each series, and each series begins with another of them.'}
      </Text>
      <TurnList slots={slots} />
      {!runs && (
        <Take
          taken={taken}
          what="Take turns between these times"
          {...(taken ? { about: 'turns' } : {})}
          onTake={onTake}
        />
      )}
    </>
  );
}
