import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceCard as Card } from '@copse/core/contracts';
import { gatheringFormatNames, gatheringModeNames } from '@copse/core/vocabulary';
import { sameClock, shortMoment, timeRange, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { Surface } from '../grid.tsx';
import { PlaceLink } from '../place-link.tsx';
import { Rsvp } from './rsvp.tsx';

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, 9rem) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  time: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  what: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  off: { textDecorationLine: 'line-through' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

type Props = {
  readonly date: Card;
  readonly zone: string;
  readonly heading?: 'h2' | 'h3' | 'h4';
  /** Says which community it is of. */
  readonly community?: boolean;
  /** Says the day too, where the list around it does not. */
  readonly withDay?: boolean;
};

/** One date in a list: when by the reader's clock, what, who comes, and one's own answer. */
export function OccurrenceCard({ date, zone, heading: Heading = 'h3', community = false, withDay = false }: Props) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const { id, title, startsAt, endsAt, timeZone, format, mode, venue, cancelled, cancelReason, recurs, hasRecap } =
    date;
  const facts = [
    community ? date.community.name : undefined,
    venue ?? gatheringModeNames[mode],
    recurs,
    date.hosts.length > 0 ? `with ${date.hosts.map(({ name }) => name).join(', ')}` : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <Surface live>
      <div className={styles.all}>
        <div className={styles.time}>
          <Text weight="semibold">
            {withDay ? shortMoment(startsAt, locale, zone) : timeRange(startsAt, endsAt, locale, zone)}
          </Text>
          {!sameClock(startsAt, zone, timeZone) && (
            <Text size={200} className={styles.quiet}>
              {shortMoment(startsAt, locale, timeZone)} in {zoneName(timeZone)}
            </Text>
          )}
        </div>
        <div className={styles.what}>
          <Heading className={mergeClasses(styles.title, cancelled && styles.off)} dir="auto">
            <PlaceLink to={`/gatherings/${id}`} whole>
              {title}
            </PlaceLink>
          </Heading>
          <div className={styles.row}>
            <Badge appearance="tint" color="informative">
              {gatheringFormatNames[format].name}
            </Badge>
            {cancelled && (
              <Badge appearance="tint" color="danger">
                Called off
              </Badge>
            )}
            {hasRecap && (
              <Badge appearance="tint" color="success">
                Recap
              </Badge>
            )}
            <Text size={200} className={styles.quiet}>
              {comingText(date)}
            </Text>
          </div>
          <Text size={200} className={styles.quiet}>
            <bdi>{cancelled && cancelReason ? cancelReason : facts.join(' · ')}</bdi>
          </Text>
          <Rsvp date={date} />
        </div>
      </div>
    </Surface>
  );
}

/** How many come, of how many places, and how many wait. */
export function comingText({ going, waiting, capacity }: Pick<Card, 'going' | 'waiting' | 'capacity'>): string {
  const come = capacity === undefined ? `${going} going` : `${going} of ${capacity} places taken`;
  return waiting > 0 ? `${come}, ${waiting} waiting` : come;
}
