import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { gatheringFormatNames, gatheringModeNames } from '@copse/core/vocabulary';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { dayIn, dayName, sameClock, shortMoment, timeRange, zoneName } from '../../lib/zoned.ts';
import { Rsvp } from '../../parts/gatherings/rsvp.tsx';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { useSession } from '../../shell/session.tsx';
import { MeetingLink } from './meeting-link.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** When by the reader's clock and by that of the community, where, how it recurs, and one's own answer. */
export function Particulars({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const { startsAt, endsAt, timeZone, format, mode, recurs, venue, hosts, visibility, plannedAt } = date;
  return (
    <div className={styles.all}>
      <Text size={400} weight="semibold">
        {dayName(dayIn(startsAt, zone), locale)}, {timeRange(startsAt, endsAt, locale, zone)}
      </Text>
      <Text className={styles.quiet}>
        By your clock ({zoneName(zone)})
        {!sameClock(startsAt, zone, timeZone) &&
          ` · ${shortMoment(startsAt, locale, timeZone)} in ${zoneName(timeZone)}`}
        {recurs && ` · ${recurs}`}
        {plannedAt && ` · moved from ${shortMoment(plannedAt, locale, zone)}`}
      </Text>
      <div className={styles.row}>
        <Badge appearance="tint" color="informative">
          {gatheringFormatNames[format].name}
        </Badge>
        <Badge appearance="tint" color="subtle">
          {gatheringModeNames[mode]}
        </Badge>
        <Text size={200} className={styles.quiet}>
          {visibilityNames[visibility]} may come
        </Text>
      </div>
      {hosts.length > 0 && (
        <Text>
          Hosted by <bdi>{hosts.map(({ name }) => name).join(', ')}</bdi>
        </Text>
      )}
      {venue && (
        <Text dir="auto">
          <bdi>{venue}</bdi>
        </Text>
      )}
      <MeetingLink date={date} />
      <Rsvp date={date} />
    </div>
  );
}
