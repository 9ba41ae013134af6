import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import type { ReactNode } from 'react';
import { burdenWords, carriedBy } from '../../parts/gatherings/fair-timing.ts';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useSession } from '../../shell/session.tsx';
import type { GatheringDialog } from './read-page.tsx';
import { useSeriesHours } from './see-hours.ts';

const useStyles = makeStyles({
  list: plainList,
  action: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly date: OccurrenceView; readonly onChoose: (dialog: GatheringDialog) => void };

/** The series with which this one takes turns, and who carries the burden of early and late hours. */
export function Hours({ date, onChoose }: Props) {
  return (
    <>
      {date.rotation && (
        <Rotation rotation={date.rotation}>
          {date.abilities.endTurns && <Choose dialog="end-turns" words="End the turns" onChoose={onChoose} />}
        </Rotation>
      )}
      {date.abilities.seeHours && <Burden date={date} onChoose={onChoose} />}
    </>
  );
}

type ChooseProps = Pick<Props, 'onChoose'> & { readonly dialog: GatheringDialog; readonly words: string };

function Choose({ dialog, words, onChoose }: ChooseProps) {
  const styles = useStyles();
  return (
    <Button size="small" className={styles.action} onClick={() => onChoose(dialog)}>
      {words}
    </Button>
  );
}

type RotationProps = { readonly rotation: NonNullable<OccurrenceView['rotation']>; readonly children: ReactNode };

function Rotation({ rotation: { turn, turns, others, single }, children }: RotationProps) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  // Its turns were ended before the first of their dates.
  const neverTook = turn === 0 && others.length === 0 && single !== undefined;
  return (
    <Section title="Takes turns" beside>
      {!neverTook && (
        <Text>
          {turn === 0
            ? `After this it takes turns between ${turns} times, as series of their own.`
            : `This is turn ${turn} of ${turns}.`}{' '}
          {turn > 0 && others.length > 0 && 'Another time comes in between:'}
        </Text>
      )}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ id, turn: theirs, startsAt }) => (
            <li key={id}>
              <PlaceLink to={`/gatherings/${id}`}>
                Turn {theirs}: {shortMoment(startsAt, locale, zone)}
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
      {single && (
        <Text>
          {neverTook ? 'After this it is at another time:' : 'After that it is at one time again:'}{' '}
          <PlaceLink to={`/gatherings/${single.id}`}>{shortMoment(single.startsAt, locale, zone)}</PlaceLink>
        </Text>
      )}
      {children}
    </Section>
  );
}

function Burden({ date, onChoose }: Props) {
  const styles = useStyles();
  const hours = useSeriesHours(date);
  if (hours.data?.dates.length === 0) return null;
  return (
    <Section title="Whose hours it takes" beside>
      <Loaded query={hours} skeleton={<LinesSkeleton lines={3} />}>
        {({ dates }) => {
          const zones = carriedBy(dates);
          return (
            <>
              <Text size={200} className={styles.quiet}>
                {dates.length === 1 ? 'On its next date' : `On the next ${dates.length} dates`}
                {date.rotation ? ', all turns together' : ''}.{' '}
                {zones.length > 0
                  ? 'Only zones with five members or more are named.'
                  : 'No zone has five members yet, so none is named.'}
              </Text>
              {zones.length > 0 && (
                <ul className={styles.list}>
                  {zones.map(({ timeZone, people, carries }) => (
                    <li key={timeZone}>
                      <Text weight="semibold" block>
                        {zoneName(timeZone)}, {people} people
                      </Text>
                      <Text>
                        {carries
                          .map(({ burden, times }) => `${times} of ${dates.length} ${burdenWords[burden]}`)
                          .join(' · ')}
                      </Text>
                    </li>
                  ))}
                </ul>
              )}
              {date.abilities.rotate && <Choose dialog="rotate" words="Let it take turns" onChoose={onChoose} />}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
