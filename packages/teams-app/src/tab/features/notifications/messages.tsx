import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { NotificationView } from '@copse/core/contracts';
import { deliveryStateNames, kindsOfNotification } from '@copse/core/vocabulary';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { Surface } from '../../parts/grid.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { stateTones } from './delivery-tones.ts';
import { useEditPreferences } from './edit-preferences.ts';
import { EndlessList } from './endless-list.tsx';
import { useNotifications } from './list-notifications.ts';
import { pathOf } from './path-of.ts';
import { usePreferences } from './see-preferences.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  why: { flexGrow: 1, minWidth: 0 },
  // Its words, which have no frame, begin where the others do once it stands in a line of its own.
  stop: { marginInlineStart: `calc(${tokens.spacingHorizontalS} * -1)` },
});

/** Every message to this person, also those that wait, were not wanted or could not be delivered. */
export function Messages() {
  const [, navigate] = useLocation();
  return (
    <EndlessList
      query={useNotifications()}
      label="Messages to me, newest first"
      lines={8}
      empty={
        <Empty
          title="Nothing so far"
          action={<Button onClick={() => navigate('/notifications/settings')}>Choose what you hear of</Button>}
        >
          When somebody answers you or asks for your help, it stands here and comes to you in Teams.
        </Empty>
      }
    >
      {(message) => <Message message={message} />}
    </EndlessList>
  );
}

function Message({ message }: { message: NotificationView }) {
  const { kind, title, because, link, at, heldUntil, state, trouble } = message;
  const styles = useStyles();
  const notices = useNotices();
  const preferences = usePreferences();
  const restore = useEditPreferences();
  const { name } = kindsOfNotification[kind];
  const before = preferences.data?.usual[kind];
  const stop = useEditPreferences(({ revision }) =>
    notices.done(`You get no more messages of the kind “${name}”, except where a community’s own choice says so.`, {
      run: () => before && restore.mutate({ body: { usual: { [kind]: before } }, revision }),
    }),
  );
  const { name: stateName, means } = deliveryStateNames[state];
  return (
    <Surface>
      <div className={styles.row}>
        <Badge appearance="tint" color={stateTones[state]} title={means}>
          {stateName}
        </Badge>
        <Text size={200} className={styles.quiet}>
          {name} · <When at={at} />
          {heldUntil && (
            <>
              {' '}
              · comes <When at={heldUntil} />
            </>
          )}
        </Text>
      </div>
      {link ? (
        <PlaceLink to={pathOf(link)}>
          <bdi>{title}</bdi>
        </PlaceLink>
      ) : (
        <Text weight="semibold" dir="auto">
          {title}
        </Text>
      )}
      {trouble && (
        <Text size={200}>
          <strong>{trouble.reason}</strong> {trouble.remedy}
        </Text>
      )}
      <div className={styles.row}>
        <Text size={200} className={`${styles.quiet} ${styles.why}`} dir="auto">
          {because}
        </Text>
        {before && before !== 'never' && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.stop}
            aria-label={`Stop these: ${name}`}
            disabledFocusable={stop.isPending}
            onClick={() =>
              preferences.data &&
              stop.mutate(
                { body: { usual: { [kind]: 'never' } }, revision: preferences.data.revision },
                { onError: (error) => notices.failed(error, 'Nothing was changed') },
              )
            }
          >
            Stop these
          </Button>
        )}
      </div>
    </Surface>
  );
}
