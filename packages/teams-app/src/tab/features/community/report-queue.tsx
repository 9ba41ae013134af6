import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ModerationPage } from '@copse/core/contracts';
import { type ModerationAction, reportReasonNames } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { authorName } from '../../parts/author.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Surface } from '../../parts/grid.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ItemWords } from '../../parts/moderation/item-words.tsx';
import { moderationWords, subjectNames } from '../../parts/moderation/words.ts';
import { Section } from '../../parts/section.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useReports } from './list-reports.ts';

const ModerateDialog = lazy(
  () => import(/* webpackChunkName: "moderation" */ '../../parts/moderation/moderate-dialog.tsx'),
);

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  reasons: { margin: 0, paddingInlineStart: '1.2em', listStyleType: 'disc', overflowWrap: 'anywhere' },
});

type Item = ModerationPage['items'][number];

/** What was reported and waits for a steward. */
export function ReportQueue({ communityId }: { communityId: string }) {
  const styles = useStyles();
  const reports = useReports(communityId);
  return (
    <Section title="Reported">
      <Loaded query={reports} skeleton={<CardsSkeleton cards={2} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return <Empty title="Nothing waits">When a member reports something, it shows up here.</Empty>;
          }
          return (
            <ul className={styles.list} aria-label="Reported">
              {items.map((item) => (
                <li key={`${item.subject.kind} ${item.subject.id}`}>
                  <Reported item={item} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore list={reports} />
    </Section>
  );
}

function Reported({ item: { subject, title, excerpt, author, hidden, reports, link } }: { item: Item }) {
  const styles = useStyles();
  const [open, setOpen] = useState<ModerationAction>();
  const steps: ModerationAction[] = [hidden ? 'restore' : 'hide', 'warn', 'dismiss'];
  const what = subjectNames[subject.kind];
  return (
    <Surface>
      <div className={styles.row}>
        <Badge appearance="tint" color="informative">
          {what.charAt(0).toUpperCase() + what.slice(1)}
        </Badge>
        {hidden && (
          <Badge appearance="tint" color="warning">
            Hidden
          </Badge>
        )}
        <Text size={200} className={styles.quiet}>
          by <bdi>{authorName(author)}</bdi>
        </Text>
      </div>
      <ItemWords title={title} excerpt={excerpt} link={link} />
      <ul className={styles.reasons} aria-label="Why it was reported">
        {reports.map(({ reason, note, at }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a report has no name, so that nobody is known by it
          <li key={index}>
            <Text>
              {reportReasonNames[reason]}
              {note && (
                <>
                  {': '}
                  <bdi>{note}</bdi>
                </>
              )}
            </Text>{' '}
            <Text size={200} className={styles.quiet}>
              <When at={at} />
            </Text>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {steps.map((step) => (
          <Button
            key={step}
            aria-label={`${moderationWords[step].verb}: ${what}, ${title}`}
            onClick={() => setOpen(step)}
          >
            {moderationWords[step].verb}
          </Button>
        ))}
      </div>
      <Suspense>
        {open && <ModerateDialog subject={subject} action={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Surface>
  );
}
