import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { Loaded } from '../loaded.tsx';
import { LinesSkeleton } from '../skeletons.tsx';
import {
  beginsAlike,
  burdenWords,
  type FairSlot,
  minutesOf,
  type Rotation,
  takeRotation,
  takeSlot,
} from './fair-timing.ts';
import { useFairHours } from './propose-hours.ts';
import type { TimingForm } from './timing-form.ts';
import { useMyZone } from './zone.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  slot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
  },
  what: { flexGrow: 1, flexBasis: '12rem', minWidth: 0 },
  zones: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  open: { alignSelf: 'flex-start' },
});

type Props = {
  readonly communityId: string;
  readonly when: TimingForm;
  /** It is a gathering that is there already. */
  readonly runs?: boolean;
  /** The times that it takes in turn as the form stands. */
  readonly rotation?: Rotation | undefined;
  readonly onTake: (when: TimingForm, rotation?: Rotation) => void;
};

/** Proposes times that ask little of the members wherever they are, and for a series times to take in turn. */
export function FairHours({ communityId, when, runs = false, rotation, onTake }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [took, setTook] = useState<{ readonly before: TimingForm; readonly after: TimingForm }>();
  const hours = useFairHours(communityId, minutesOf(when), open);
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
                      const turned = takeRotation(given, turns);
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

function useMoment({ startsAt }: FairSlot): string {
  const zone = useMyZone();
  return shortMoment(startsAt, useSession().host.locale, zone);
}

/** What a time asks of each zone. */
function Asks({ slot: { zones }, title }: { slot: FairSlot; title: string }) {
  const styles = useStyles();
  return (
    <div className={styles.what}>
      <Text weight="semibold" block>
        {title}
      </Text>
      {zones.length > 0 && (
        <ul className={styles.zones}>
          {zones.map(({ timeZone, people, local, burden }) => (
            <li key={timeZone}>
              {zoneName(timeZone)}, {people} people: {local.slice(11)}, {burdenWords[burden]}
            </li>
          ))}
        </ul>
      )}
    </div>
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
  const styles = useStyles();
  if (new Set(slots.map(({ startsAt }) => startsAt)).size < 2) {
    return <Text>The first of these times burdens nobody more than others, so the series need not take turns.</Text>;
  }
  return (
    <>
      <Text weight="semibold">Or let the burden take turns</Text>
      <Text>
        A series at one time always gets up early, or stays up late, in the same places. With these times in turn, each
        place carries its share.{' '}
        {runs
          ? 'Times in turn are chosen when a series is scheduled: schedule a new one with them, and call this one off.'
          : 'Each turn begins one date after the turn before it. It becomes a series of its own, scheduled together with the others; each can be changed or called off by itself. Hosts who take turns do so within each series, and each series begins with another of them.'}
      </Text>
      <ol className={styles.list}>
        {slots.map((slot, at) => (
          <Turn key={slot.startsAt} slot={slot} turn={at + 1} />
        ))}
      </ol>
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

function Turn({ slot, turn }: { slot: FairSlot; turn: number }) {
  return (
    <li>
      <Asks slot={slot} title={`Turn ${turn}: ${useMoment(slot)}`} />
    </li>
  );
}
