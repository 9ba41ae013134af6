import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { Loaded } from '../loaded.tsx';
import { LinesSkeleton } from '../skeletons.tsx';
import { beginsAlike, burdenWords, canTakeTurns, type FairSlot, minutesOf, takeSlot, takeTurn } from './fair-timing.ts';
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
  readonly onTake: (when: TimingForm) => void;
};

/** Proposes times that ask little of the members wherever they are, and for a series times to take in turn. */
export function FairHours({ communityId, when, runs = false, onTake }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [took, setTook] = useState<{ readonly before: TimingForm; readonly after: TimingForm }>();
  const hours = useFairHours(communityId, minutesOf(when), open);
  // Whoever looks at one turn and then at the other means the series as it was before the first of them.
  const given = took && JSON.stringify(took.after) === JSON.stringify(when) ? took.before : when;
  const take = (after: TimingForm) => {
    setTook({ before: given, after });
    onTake(after);
  };
  return (
    <>
      <Button className={styles.open} aria-expanded={open} onClick={() => setOpen(!open)}>
        Propose times that are fair
      </Button>
      {open && (
        <div className={styles.panel} role="group" aria-label="Times that are fair">
          <Loaded query={hours} skeleton={<LinesSkeleton lines={4} />}>
            {({ slots, rotation }) => (
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
                      when={when}
                      would={takeSlot(given, slot, { runs })}
                      onTake={take}
                    />
                  ))}
                </ol>
                {when.recurrence.every !== 'once' && (
                  <Turns rotation={rotation} given={given} when={when} runs={runs} onTake={take} />
                )}
              </>
            )}
          </Loaded>
        </div>
      )}
    </>
  );
}

type ProposalProps = {
  readonly slot: FairSlot;
  readonly name?: string;
  readonly when: TimingForm;
  /** What the form would say with it. */
  readonly would: TimingForm;
  readonly onTake: (when: TimingForm) => void;
};

function Proposal({ slot: { startsAt, zones }, name, when, would, onTake }: ProposalProps) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const moment = shortMoment(startsAt, locale, zone);
  const taken = beginsAlike(when, would);
  return (
    <li className={styles.slot}>
      <div className={styles.what}>
        <Text weight="semibold" block>
          {name ? `${name}: ${moment}` : moment}
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
      <Button
        size="small"
        aria-pressed={taken}
        {...(taken ? { icon: <CheckmarkRegular /> } : {})}
        aria-label={`${taken ? 'Taken' : 'Take it'}: ${name ? `${name}, ` : ''}${moment}`}
        onClick={() => onTake(would)}
      >
        {taken ? 'Taken' : 'Take it'}
      </Button>
    </li>
  );
}

type TurnsProps = {
  readonly rotation: readonly FairSlot[];
  readonly given: TimingForm;
  readonly when: TimingForm;
  readonly runs: boolean;
  readonly onTake: (when: TimingForm) => void;
};

/** A series at one time always burdens the same people; this says how it can take turns. */
function Turns({ rotation, given, when, runs, onTake }: TurnsProps) {
  const styles = useStyles();
  if (new Set(rotation.map(({ startsAt }) => startsAt)).size < 2) {
    return <Text>The first of these times burdens nobody more than others, so the series need not take turns.</Text>;
  }
  return (
    <>
      <Text weight="semibold">Or let the burden take turns</Text>
      <Text>
        A series at one time always gets up early, or stays up late, in the same places. With these times in turn, each
        place carries its share. {howToTakeTurns(canTakeTurns(given), runs)}
      </Text>
      <ol className={styles.list}>
        {rotation.map((slot, at) => (
          <Proposal
            key={slot.startsAt}
            slot={slot}
            name={`Turn ${at + 1}`}
            when={when}
            would={
              canTakeTurns(given)
                ? takeTurn(given, slot, { turn: at, turns: rotation.length, runs })
                : takeSlot(given, slot, { runs })
            }
            onTake={onTake}
          />
        ))}
      </ol>
    </>
  );
}

function howToTakeTurns(canBeFilledIn: boolean, runs: boolean): string {
  if (!canBeFilledIn) return 'Schedule a series for each of these times, so that their dates alternate.';
  return runs
    ? 'Each turn is a series of its own: this series takes the first, then schedule another one for the other.'
    : 'Each turn is a series of its own: take the first and schedule it, then schedule the other in the same way.';
}
