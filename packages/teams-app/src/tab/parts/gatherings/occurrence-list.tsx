import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { OccurrenceCard as Card } from '@copse/core/contracts';
import type { ReactNode } from 'react';
import { dayIn, dayName, zoneName } from '../../lib/zoned.ts';
import { useSession } from '../../shell/session.tsx';
import { LoadMore } from '../load-more.tsx';
import { Problem } from '../problem.tsx';
import { CardsSkeleton } from '../skeletons.tsx';
import { type GatheringFilter, useGatherings } from './list-gatherings.ts';
import { OccurrenceCard } from './occurrence-card.tsx';
import { useMyZone } from './zone.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  day: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  dayName: { ...typographyStyles.subtitle2, margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly filter: GatheringFilter; readonly empty: ReactNode };

/** A calendar as a list: day by day, by the reader's own clock. */
export function OccurrenceList({ filter, empty }: Props) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const gatherings = useGatherings(filter);
  const items = gatherings.data?.pages.flatMap((page) => page.items);
  const days = Map.groupBy(items ?? [], ({ startsAt }) => dayIn(startsAt, zone));
  return (
    <div className={styles.all} aria-busy={gatherings.isFetching}>
      {items && items.length > 0 && (
        <Text size={200} className={styles.quiet}>
          Times are by your clock ({zoneName(zone)}).
        </Text>
      )}
      {gatherings.error && <Problem error={gatherings.error} onRetry={() => void gatherings.refetch()} />}
      {gatherings.isPending && <CardsSkeleton cards={3} />}
      {items?.length === 0 && empty}
      {[...days].map(([day, dates]) => (
        <section key={day} className={styles.day} aria-label={dayName(day, locale)}>
          <h2 className={styles.dayName}>{dayName(day, locale)}</h2>
          <Dates dates={dates} zone={zone} community={filter.communityId === undefined} />
        </section>
      ))}
      <LoadMore list={gatherings} />
    </div>
  );
}

function Dates({ dates, zone, community }: { dates: readonly Card[]; zone: string; community: boolean }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {dates.map((date) => (
        <li key={date.id}>
          <OccurrenceCard date={date} zone={zone} community={community} />
        </li>
      ))}
    </ul>
  );
}
