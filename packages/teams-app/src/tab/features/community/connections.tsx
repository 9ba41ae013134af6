import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import type { CommunityView, ConnectionView } from '@copse/core/contracts';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { openLink } from '../../host/connect.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useDisconnectPlace } from './disconnect-place.ts';
import { useConnectPlace } from '../../parts/connect-place.ts';

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { minWidth: 0, overflowWrap: 'anywhere', flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const kinds: Record<ConnectionView['kind'], string> = {
  'teams-channel': 'Channel',
  'teams-chat': 'Group chat',
  'confluence-space': 'Confluence space',
};

/** Where the community meets and writes. */
export function Connections({ community: { id, connections, abilities } }: { community: CommunityView }) {
  const styles = useStyles();
  const notices = useNotices();
  const reconnect = useConnectPlace();
  const disconnect = useDisconnectPlace(id);
  const remove = ({ id: connectionId, kind, externalId, name, url }: ConnectionView) =>
    disconnect.mutate(connectionId, {
      onSuccess: () =>
        notices.done(`${name} is no longer connected.`, {
          run: () => reconnect.mutate({ communityId: id, body: { kind, externalId, name, ...(url ? { url } : {}) } }),
        }),
      onError: (error) => notices.failed(error, `${name} is still connected`),
    });

  return (
    <Section beside title="Where we meet">
      {connections.length === 0 && (
        <Text className={styles.quiet}>
          No channel or space yet. Add Copse to a channel as a tab, or insert the Community macro on a Confluence page.
        </Text>
      )}
      {connections.length > 0 && (
        <ul className={styles.list}>
          {connections.map((connection) => (
            <li key={connection.id} className={styles.row}>
              {connection.kind === 'confluence-space' ? <DocumentRegular /> : <ChatMultipleRegular />}
              <div className={styles.name}>
                <PlaceName connection={connection} />
                <br />
                <Text size={200} className={styles.quiet}>
                  {kinds[connection.kind]}
                </Text>
              </div>
              {abilities.connect && (
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={`Disconnect ${connection.name}`}
                  disabledFocusable={disconnect.isPending}
                  onClick={() => remove(connection)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function PlaceName({ connection: { kind, name, url } }: { connection: ConnectionView }) {
  if (!url) return <Text dir="auto">{name}</Text>;
  const inTeams = kind !== 'confluence-space';
  return (
    <Link
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        if (!inTeams) return;
        event.preventDefault();
        void openLink(url);
      }}
    >
      <bdi>{name}</bdi>
    </Link>
  );
}
