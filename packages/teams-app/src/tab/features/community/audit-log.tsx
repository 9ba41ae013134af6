import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AuditPage } from '@copse/core/contracts';
import type { AuditAction, Subject } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ItemWords } from '../../parts/moderation/item-words.tsx';
import { subjectNames } from '../../parts/moderation/words.ts';
import { PersonName } from '../../parts/person.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useAudit } from './list-audit.ts';

const ModerateDialog = lazy(
  () => import(/* webpackChunkName: "moderation" */ '../../parts/moderation/moderate-dialog.tsx'),
);

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  restore: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const did: Record<AuditAction, (what: string) => string> = {
  hide: (what) => `hid ${what}`,
  restore: (what) => `restored ${what}`,
  warn: (what) => `warned the author of ${what}`,
  dismiss: (what) => `left ${what} as it is`,
  'ask-to-unmask': (what) => `asked who wrote ${what}`,
  unmask: (what) => `agreed to find out who wrote ${what}`,
  'refuse-to-unmask': (what) => `refused to find out who wrote ${what}`,
};

type Entry = AuditPage['items'][number];

const withArticle = (kind: Entry['subject']['kind']) => `${kind === 'answer' ? 'an' : 'a'} ${subjectNames[kind]}`;

/** Whether `entry` is the last word about what it hid, so that it can be restored from here. */
const isHiddenStill = (items: readonly Entry[], entry: Entry) =>
  entry.action === 'hide' &&
  entry ===
    items.find(({ subject, action }) => subject.id === entry.subject.id && (action === 'hide' || action === 'restore'));

/** What the stewards decided, with their reasons. Nobody can change it. */
export function AuditLog({ communityId }: { communityId: string }) {
  const styles = useStyles();
  const audit = useAudit(communityId);
  const [restoring, setRestoring] = useState<Subject>();
  return (
    <Section title="Record">
      <Loaded query={audit} skeleton={<LinesSkeleton lines={5} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Text>Nothing had to be decided so far.</Text>;
          return (
            <ol className={styles.list} aria-label="Record, newest first">
              {items.map((entry) => {
                const { at, by, action, subject, about, reason } = entry;
                return (
                  <li key={`${at} ${action} ${subject.id}`} className={styles.entry}>
                    <Text>
                      <PersonName person={by} /> {did[action](withArticle(subject.kind))}{' '}
                      <span className={styles.quiet}>
                        <When at={at} />
                      </span>
                    </Text>
                    {about && <ItemWords {...about} excerpt="" />}
                    {reason && (
                      <Text size={200} dir="auto">
                        {reason}
                      </Text>
                    )}
                    {isHiddenStill(items, entry) && (
                      <Button size="small" className={styles.restore} onClick={() => setRestoring(subject)}>
                        Restore
                      </Button>
                    )}
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Loaded>
      <LoadMore list={audit} />
      <Suspense>
        {restoring && <ModerateDialog subject={restoring} action="restore" onClose={() => setRestoring(undefined)} />}
      </Suspense>
    </Section>
  );
}
