import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { shortMoment, zoneName } from '../../lib/zoned.ts';
import { burdenWords, carriedBy } from '../../parts/gatherings/fair-timing.ts';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useSession } from '../../shell/session.tsx';
import { useSeriesHours } from './see-hours.ts';

const useStyles = makeStyles({
  list: plainList,
  action: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly date: OccurrenceView; readonly onRotate: () => void };

/** The series with which this one takes turns, and who carries the burden of early and late hours. */
export function Hours({ date, onRotate }: Props) {
  return (
    <>
      {date.rotation && <Rotation rotation={date.rotation} />}
      {date.abilities.seeHours && <Burden date={date} onRotate={onRotate} />}
    </>
  );
}

function Rotation({ rotation: { turn, turns, others } }: { rotation: NonNullable<OccurrenceView['rotation']> }) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  return (
    <Section title="Takes turns" beside>
      <Text>
        {turn === 0
          ? `After this it takes turns between ${turns} times, as series of their own.`
          : `This is turn ${turn} of ${turns}.`}{' '}
        {turn > 0 && others.length > 0 && 'Another time comes in between:'}
      </Text>
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
    </Section>
  );
}

function Burden({ date, onRotate }: Props) {
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
              {date.abilities.rotate && (
                <Button size="small" className={styles.action} onClick={onRotate}>
                  Let it take turns
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
