import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { Page } from '../../shell/page.tsx';
import { Broadcasts } from './broadcasts.tsx';
import { Messages } from './messages.tsx';
import { Settings } from './settings.tsx';

const useStyles = makeStyles({
  tabs: { marginInlineStart: `calc(${tokens.spacingHorizontalM} * -1)`, flexWrap: 'wrap' },
  panel: { outlineStyle: 'none' },
});

const parts = ['messages', 'settings', 'sent'] as const;

/** What Copse tells this person, when it does, and what became of what they told others. */
export default function NotificationsPage({ part }: { part: string | undefined }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const shown = parts.find((one) => one === part) ?? 'messages';
  return (
    <Page title="Messages" lead={<Text>What Copse tells you in Teams, why, and when.</Text>}>
      <TabList
        className={styles.tabs}
        selectedValue={shown}
        onTabSelect={(_, { value }) =>
          navigate(value === 'messages' ? '/notifications' : `/notifications/${String(value)}`)
        }
      >
        <Tab value="messages" id="tab-messages">
          To me
        </Tab>
        <Tab value="settings" id="tab-settings">
          Settings
        </Tab>
        <Tab value="sent" id="tab-sent">
          To others
        </Tab>
      </TabList>
      <div role="tabpanel" aria-labelledby={`tab-${shown}`} className={styles.panel}>
        {shown === 'messages' && <Messages />}
        {shown === 'settings' && <Settings />}
        {shown === 'sent' && <Broadcasts />}
      </div>
    </Page>
  );
}
