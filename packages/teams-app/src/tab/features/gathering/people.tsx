import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { type GatheringStanding, gatheringStandingNames } from '@copse/core/vocabulary';
import { shortMoment } from '../../lib/zoned.ts';
import { comingText } from '../../parts/gatherings/occurrence-card.tsx';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Person } from '../../parts/person.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { useSession } from '../../shell/session.tsx';

const useStyles = makeStyles({
  list: plainList,
  quiet: { color: tokens.colorNeutralForeground3 },
});

const shown: readonly GatheringStanding[] = ['going', 'waiting', 'maybe'];

/** Who comes, who waits and who may come; and when the next ones of the series are. */
export function People({ date }: { date: OccurrenceView }) {
  const styles = useStyles();
  const zone = useMyZone();
  const { locale } = useSession().host;
  const { people, maybe, notGoing, later, myPlace } = date;
  return (
    <>
      <Section title="Who comes" beside>
        <Text className={styles.quiet}>
          {[comingText(date), `${maybe} maybe`, `${notGoing} not going`].join(' · ')}
        </Text>
        {myPlace !== undefined && <Text weight="semibold">You are number {myPlace} on the waiting list.</Text>}
        {shown.map((standing) => {
          const those = people.filter((one) => one.standing === standing);
          return those.length === 0 ? null : (
            <div key={standing} className={styles.list}>
              <Text size={200} weight="semibold">
                {gatheringStandingNames[standing]}
              </Text>
              <ul className={styles.list} aria-label={gatheringStandingNames[standing]}>
                {those.map(({ person }, at) => (
                  <li key={person.id ?? at}>
                    <Person person={person} size="small" />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </Section>
      {later.length > 0 && (
        <Section title="Later dates" beside>
          <ul className={styles.list}>
            {later.map(({ id, startsAt, cancelled }) => (
              <li key={id}>
                <PlaceLink to={`/gatherings/${id}`}>{shortMoment(startsAt, locale, zone)}</PlaceLink>
                {cancelled && <Text className={styles.quiet}> · called off</Text>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
