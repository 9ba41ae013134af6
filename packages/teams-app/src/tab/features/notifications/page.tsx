import { makeStyles, Text } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { ManyTabs } from '../../parts/many-tabs.tsx';
import { Page } from '../../shell/page.tsx';
import { Broadcasts } from './broadcasts.tsx';
import { Messages } from './messages.tsx';
import { Settings } from './settings.tsx';

const useStyles = makeStyles({ panel: { outlineStyle: 'none' } });

const tabs = [
  { value: 'messages', label: 'To me' },
  { value: 'settings', label: 'Settings' },
  { value: 'sent', label: 'To others' },
] as const;

/** What Copse tells this person, when it does, and what became of what they told others. */
export default function NotificationsPage({ part }: { part: string | undefined }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const shown = tabs.find(({ value }) => value === part)?.value ?? 'messages';
  return (
    <Page title="Messages" lead={<Text>What Copse tells you in Teams, why, and when.</Text>}>
      <ManyTabs
        tabs={tabs}
        selected={shown}
        onSelect={(value) => navigate(value === 'messages' ? '/notifications' : `/notifications/${value}`)}
        label="Kinds of messages"
      />
      <div role="tabpanel" aria-labelledby={`tab-${shown}`} className={styles.panel}>
        {shown === 'messages' && <Messages />}
        {shown === 'settings' && <Settings />}
        {shown === 'sent' && <Broadcasts />}
      </div>
    </Page>
  );
}
