import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OccurrenceView } from '@copse/core/contracts';
import { type GatheringStanding, gatheringStandingNames } from '@copse/core/vocabulary';
import { shortMoment } from '../../lib/zoned.ts';
import { useAnswerLater } from '../../parts/gatherings/answer-gathering.ts';
import { comingText } from '../../parts/gatherings/occurrence-card.tsx';
import { useMyZone } from '../../parts/gatherings/zone.ts';
import { Person } from '../../parts/person.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Problem } from '../../parts/problem.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { useSession } from '../../shell/session.tsx';

const useStyles = makeStyles({
  list: plainList,
  action: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const shown: readonly GatheringStanding[] = ['going', 'waiting', 'maybe'];

/** For whoever comes to a series as a rule. */
function SameLater({ date: { id, myStanding, abilities } }: { date: OccurrenceView }) {
  const styles = useStyles();
  const answer = useAnswerLater(id);
  if (myStanding === undefined || !abilities.answer) return null;
  const mine = myStanding === 'waiting' ? 'going' : myStanding;
  return (
    <>
      <Button
        size="small"
        className={styles.action}
        disabledFocusable={answer.isPending}
        onClick={() => answer.mutate(mine)}
      >
        “{gatheringStandingNames[mine]}” to all of them
      </Button>
      {answer.error !== null && <Problem error={answer.error} />}
    </>
  );
}

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
          <SameLater date={date} />
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
