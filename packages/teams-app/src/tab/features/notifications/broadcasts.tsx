import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BroadcastView } from '@copse/core/contracts';
import { deliveryStateNames, deliveryStates } from '@copse/core/vocabulary';
import { count } from '../../lib/plural.ts';
import { Empty } from '../../parts/empty.tsx';
import { Surface } from '../../parts/grid.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { When } from '../../parts/when.tsx';
import { useSession } from '../../shell/session.tsx';
import { stateTones } from './delivery-tones.ts';
import { EndlessList } from './endless-list.tsx';
import { useBroadcasts } from './list-broadcasts.ts';
import { pathOf } from './path-of.ts';
import { Recipients } from './recipients.tsx';

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  posts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  failures: { margin: 0, paddingInlineStart: '1.2em', overflowWrap: 'anywhere' },
});

/** What became of messages to many that this person caused: nothing is lost in silence. */
export function Broadcasts() {
  return (
    <EndlessList
      query={useBroadcasts()}
      label="Messages to others, newest first"
      lines={6}
      empty={
        <Empty title="Nothing so far">
          When you ask a question or close a community, many are told. Here you see whom it reached.
        </Empty>
      }
    >
      {(one) => <Broadcast broadcast={one} />}
    </EndlessList>
  );
}

function Broadcast({
  broadcast: { id, about, at, link, counts, inDigest, failures, posts },
}: {
  broadcast: BroadcastView;
}) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const numbers = new Intl.NumberFormat(locale);
  const total = deliveryStates.reduce((sum, state) => sum + counts[state], inDigest);
  return (
    <Surface>
      {link ? (
        <PlaceLink to={pathOf(link)}>
          <bdi>{about}</bdi>
        </PlaceLink>
      ) : (
        <Text weight="semibold" dir="auto">
          {about}
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        To {count(total, 'person', 'people', locale)}, <When at={at} />
      </Text>
      <ul className={styles.counts} aria-label="What became of it">
        {deliveryStates
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <li key={state}>
              <Badge appearance="tint" color={stateTones[state]} title={deliveryStateNames[state].means}>
                {deliveryStateNames[state].name}: {numbers.format(counts[state])}
              </Badge>
            </li>
          ))}
        {inDigest > 0 && (
          <li>
            <Badge appearance="tint" color="informative">
              In the next digest: {numbers.format(inDigest)}
            </Badge>
          </li>
        )}
      </ul>
      {failures.length > 0 && (
        <ul className={styles.failures} aria-label="Why it was not delivered">
          {failures.map(({ reason, remedy, count: many }) => (
            <li key={reason}>
              <Text size={200}>
                {numbers.format(many)} × <strong>{reason}.</strong> {remedy}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {posts.length > 0 && (
        <ul className={styles.posts} aria-label="Where it was posted">
          {posts.map(({ place, state, trouble }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two places may be called the same
            <li key={at}>
              <Badge appearance="tint" color={stateTones[state]} title={deliveryStateNames[state].means}>
                {deliveryStateNames[state].name}
              </Badge>{' '}
              <Text size={200}>
                in <bdi>{place}</bdi>
                {trouble && (
                  <>
                    . <strong>{trouble.reason}.</strong> {trouble.remedy}
                  </>
                )}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {link && total > inDigest + counts.unwanted && <Recipients broadcastId={id} about={about} />}
    </Surface>
  );
}
